package waggle.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.TableDesign;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;

/** Finds what is due, and hands it on. What it hands on twice within five minutes, the queue takes once. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** What is left is still due when the next minute comes. */
    private static final int MOST_OF_A_SHARD = 2_500;

    private static final Pattern PARTITION = Pattern.compile("C#([0-9a-f-]{36})#([a-z_]+)");

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Queues queues;
    private final Replays replays;

    Sweeper(DynamoDbClient client, String table, Clock clock, Queues queues, Replays replays) {
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
        queues.send(due.stream().flatMap(item -> shipment(item).stream()).toList());
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
                .limit(MOST_OF_A_SHARD);
    }

    private static Optional<Shipment> shipment(Map<String, AttributeValue> item) {
        return company(item, Delivery.NAME).map(company -> new Shipment(
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
        try {
            replays.go(company, uuid);
        } catch (WaggleException others) {
            LOG.warn("replay {} goes on with the next sweep, as others wrote the same", uuid, others);
        }
    }

    private static Optional<UUID> company(Map<String, AttributeValue> item, String type) {
        return Optional.of(PARTITION.matcher(text(item, TableDesign.PARTITION_KEY)))
                .filter(partition -> partition.matches() && partition.group(2).equals(type))
                .map(partition -> UUID.fromString(partition.group(1)));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
