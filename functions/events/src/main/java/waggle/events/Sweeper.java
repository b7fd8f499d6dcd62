package waggle.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.TableDesign;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;

/** Sends the tasks of due deliveries, and continues due replays. The queue drops tasks that are sent twice in five minutes. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** The items of a shard per sweep; the next sweep finds the rest. */
    private static final int SHARD_LIMIT = 2_500;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final TaskQueues queues;
    private final Replays replays;

    Sweeper(DynamoDbClient client, String table, Clock clock, TaskQueues queues, Replays replays) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.queues = queues;
        this.replays = replays;
    }

    void sweep() {
        var now = clock.instant();
        var due = TableDesign.dueShards().stream()
                .flatMap(shard -> due(shard, now))
                .sorted(Comparator.comparing(item -> text(item, TableDesign.DUE_AT)))
                .toList();
        queues.send(due.stream().flatMap(item -> task(item).stream()).toList());
        due.forEach(this::replay);
    }

    private Stream<Map<String, AttributeValue>> due(String shard, Instant now) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .indexName(TableDesign.DUE_INDEX)
                        .keyConditionExpression(TableDesign.DUE + " = :shard AND " + TableDesign.DUE_AT + " <= :now")
                        .expressionAttributeValues(Map.of(
                                ":shard", AttributeValue.fromS(shard), ":now", AttributeValue.fromS(Json.time(now)))))
                .items()
                .stream()
                .limit(SHARD_LIMIT);
    }

    private static Optional<DeliveryTask> task(Map<String, AttributeValue> item) {
        return company(item, Delivery.NAME).map(company -> new DeliveryTask(
                        company,
                        UUID.fromString(text(item, "webhook_endpoint_uuid")),
                        UUID.fromString(text(item, "event_uuid")),
                        UUID.fromString(text(item, "record_uuid")))
                .due(Instant.parse(text(item, TableDesign.DUE_AT))));
    }

    private void replay(Map<String, AttributeValue> item) {
        company(item, Replay.RESOURCE.name())
                .ifPresent(company -> replay(company, UUID.fromString(text(item, TableDesign.SORT_KEY))));
    }

    private void replay(UUID company, UUID uuid) {
        LogContext.company(company);
        try {
            replays.proceed(company, uuid);
        } catch (WaggleException e) {
            LOG.warn("Replay {} was changed by another process; the next sweep continues it", uuid, e);
        } finally {
            LogContext.clear();
        }
    }

    private static Optional<UUID> company(Map<String, AttributeValue> item, String type) {
        return CollectionKey.from(text(item, TableDesign.PARTITION_KEY))
                .filter(key -> key.isOf(type))
                .map(CollectionKey::company);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
