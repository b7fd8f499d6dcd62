package waggle.model.migration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.write.DerivedAttributes;
import waggle.model.write.LeftTexts;

/**
 * Rewrites the attributes that are derived from the fields of records, such as facets, where an earlier release wrote them.
 * Until then a list with a new filter does not find these records. It reads the table in segments and stores a checkpoint
 * after each page, so a run continues where the one before was killed. Each rewrite has the condition that the record is as
 * it was read, so writers are never in its way. It also deletes the items of unique texts that records have left, and counts
 * the values of the deals in each stage.
 */
public final class Migration {
    private static final int SEGMENTS = 8;
    private static final int PAGE = 500;

    /** The places of the type, and of the parent of a nested record, in a partition key. */
    private static final int TYPE = 2;

    private static final int PARENT_TYPE = 3;
    private static final int PARENT_UUID = 4;

    private final DynamoDbClient client;
    private final String table;
    private final Map<List<String>, Resource<?>> resources;
    private final DerivedAttributes derived;
    private final LeftTexts leftTexts;
    private final StageSums stageSums;
    private final int pageSize;

    /** @param resources those with records to migrate */
    public Migration(DynamoDbClient client, String table, List<Resource<?>> resources) {
        this(client, table, resources, PAGE);
    }

    Migration(DynamoDbClient client, String table, List<Resource<?>> resources, int pageSize) {
        this.client = client;
        this.table = table;
        this.resources = resources.stream().collect(Collectors.toMap(Migration::types, resource -> resource));
        this.derived = new DerivedAttributes(client, table);
        this.leftTexts = new LeftTexts(client, table);
        this.stageSums = new StageSums(client, table, Clock.systemUTC());
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
        var records = page.items().stream().map(this::migrate).reduce(at.progress(), Progress::plus);
        var progress = records.plus(new Progress(0, stageSums.renew(page.items())));
        return new Checkpoint(at.segment(), page.lastEvaluatedKey(), !page.hasLastEvaluatedKey(), progress);
    }

    private Progress migrate(Map<String, AttributeValue> item) {
        ItemKey.of(item)
                .uniqueType()
                .flatMap(type -> Optional.ofNullable(resources.get(List.of(type))))
                .ifPresent(resource -> leftTexts.deleteIfLeft(resource, item));
        return resource(item)
                .map(resource -> new Progress(1, derived.renew(resource, item) ? 1 : 0))
                .orElse(Progress.NONE);
    }

    /** The resource of a record, of a nested one that below its parent. Only records have a time of creation. */
    private Optional<Resource<?>> resource(Map<String, AttributeValue> item) {
        if (!item.containsKey(TableDesign.CREATED_AT)) {
            return Optional.empty();
        }
        var parts = ItemKey.of(item).pk().split("#", 6);
        return parts.length > PARENT_UUID
                ? Optional.ofNullable(resources.get(List.of(parts[TYPE], parts[PARENT_TYPE])))
                        .<Resource<?>>map(nested -> nested.below(UUID.fromString(parts[PARENT_UUID])))
                : Optional.ofNullable(resources.get(List.of(parts[TYPE])));
    }

    /** The name of a resource, and of its parent if it is nested: notes lie below several resources. */
    private static List<String> types(Resource<?> resource) {
        return Stream.concat(
                        Stream.of(resource.name()),
                        resource.nesting().map(nesting -> nesting.parent().get().name()).stream())
                .toList();
    }
}
