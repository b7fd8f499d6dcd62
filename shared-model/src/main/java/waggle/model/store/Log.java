package waggle.model.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.table.ItemKey;

/** Adds to a transaction what its writes leave in a log of their company: a collection that only ever grows. */
final class Log<T> {
    private final DynamoDbClient client;
    private final String table;
    private final Resource<T> resource;
    private final RecordItems<T> items;

    Log(DynamoDbClient client, String table, Resource<T> resource) {
        this.client = client;
        this.table = table;
        this.resource = resource;
        this.items = new RecordItems<>(resource, resource.schema());
    }

    void join(Transaction transaction, UUID company, List<Entity<T>> entries) {
        entries.forEach(entry -> items.append(transaction, company, entry));
        var uuids = entries.stream()
                .map(Entity::uuid)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        segments(client, table, resource, company).insert(transaction, uuids, Raced::new);
    }

    static Segments segments(DynamoDbClient client, String table, Resource<?> log, UUID company) {
        var keptFor = log.retention().map(Duration::toSeconds).orElse(0L);
        return Segments.ofLog(client, table, ItemKey.collection(company, log.name()), keptFor);
    }
}
