package waggle.model.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.write.DerivedAttributes;

/**
 * Rewrites the attributes that are derived from the fields of records, such as facets, where an earlier release wrote them.
 * Until then a list with a new filter does not find these records. It reads the table in segments and stores a checkpoint
 * after each page, so a run continues where the one before was killed. Each rewrite has the condition that the record is as
 * it was read, so writers are never in its way.
 */
public final class Migration {
    private static final int SEGMENTS = 8;
    private static final int PAGE = 500;

    /** The place of the type in a partition key. */
    private static final int TYPE = 2;

    private final DynamoDbClient client;
    private final String table;
    private final Map<String, Resource<?>> resources;
    private final DerivedAttributes derived;
    private final int pageSize;

    /** @param resources those with records to migrate */
    public Migration(DynamoDbClient client, String table, List<Resource<?>> resources) {
        this(client, table, resources, PAGE);
    }

    Migration(DynamoDbClient client, String table, List<Resource<?>> resources, int pageSize) {
        this.client = client;
        this.table = table;
        this.resources = resources.stream().collect(Collectors.toMap(Resource::name, resource -> resource));
        this.derived = new DerivedAttributes(client, table);
        this.pageSize = pageSize;
    }

    /**
     * Migrates all records. A further run begins again, and finds nothing to rewrite.
     *
     * @param watcher gets the progress after each page
     */
    public Progress run(Consumer<Progress> watcher) {
        var checkpoints = IntStream.range(0, SEGMENTS)
                .mapToObj(segment -> Checkpoint.read(client, table, segment))
                .toList();
        var positions =
                new ArrayList<>(checkpoints.stream().map(Checkpoint::progress).toList());
        for (var checkpoint : checkpoints) {
            for (var at = checkpoint; !at.isDone(); ) {
                at = page(at);
                at.save(client, table);
                positions.set(at.segment(), at.progress());
                watcher.accept(sum(positions));
            }
        }
        checkpoints.forEach(checkpoint -> checkpoint.delete(client, table));
        return sum(positions);
    }

    private static Progress sum(List<Progress> positions) {
        return positions.stream().reduce(Progress.NONE, Progress::plus);
    }

    private Checkpoint page(Checkpoint at) {
        var page = client.scan(scan -> scan.tableName(table)
                .segment(at.segment())
                .totalSegments(SEGMENTS)
                .limit(pageSize)
                .consistentRead(true)
                .exclusiveStartKey(at.last().isEmpty() ? null : at.last()));
        var progress = page.items().stream().map(this::migrate).reduce(at.progress(), Progress::plus);
        return new Checkpoint(at.segment(), page.lastEvaluatedKey(), !page.hasLastEvaluatedKey(), progress);
    }

    private Progress migrate(Map<String, AttributeValue> item) {
        return type(item)
                .map(resources::get)
                .map(resource -> new Progress(1, derived.renew(resource, item) ? 1 : 0))
                .orElse(Progress.NONE);
    }

    /** The name of a record's resource. Only records have a time of creation. */
    private static Optional<String> type(Map<String, AttributeValue> item) {
        return Optional.of(ItemKey.of(item))
                .filter(key -> item.containsKey(TableDesign.CREATED_AT))
                .map(key -> key.pk().split("#", 4)[TYPE]);
    }
}
