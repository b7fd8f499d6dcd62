package waggle.model.write;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;

/** A log of a company: a collection that only grows, to which every unit of work adds its entries. */
public final class Log<T> {
    private final DynamoDbClient client;
    private final String table;
    private final Resource<T> resource;

    public Log(DynamoDbClient client, String table, Resource<T> resource) {
        this.client = client;
        this.table = table;
        this.resource = resource;
    }

    /** Adds entries to the transaction of a unit of work. */
    public void append(Write write, List<Entity<T>> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var items = new RecordItems<>(resource, write.company());
        entries.forEach(entry -> items.append(write.transaction(), Snapshot.of(entry)));
        var uuids = entries.stream()
                .map(Entity::uuid)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        segments(write.company()).insert(write.transaction(), uuids);
    }

    private Segments segments(UUID company) {
        var keptFor = resource.storing().retention().map(Duration::toSeconds).orElse(0L);
        return Segments.ofLog(client, table, resource.collection(company), keptFor);
    }
}
