package waggle.events.sweep;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.events.queue.DeliveryTask;
import waggle.events.sweep.DueFeed.Due;
import waggle.events.sweep.SyncFeed.Look;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.json.Json;
import waggle.model.table.CollectionKey;
import waggle.model.table.TableDesign;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;

/**
 * What is due: deliveries and replays by endpoint, and records by company. All due items are read, since those of one
 * endpoint may lie before all others in the index; of an endpoint with very many, only the first ones are kept.
 */
final class DueItems {
    /** Kept deliveries of one endpoint from one shard: together more than an endpoint works off in a minute. */
    private static final int ENDPOINT_LIMIT = 1_250;

    /** Kept deliveries from one shard, because of the function's memory. */
    private static final int SHARD_LIMIT = 50_000;

    /** Items of one reply. DynamoDB Local reads the whole rest of a shard for each reply, so replies have a limit. */
    private static final int MOST_AT_ONCE = 5_000;

    private final Map<Endpoint, List<Due>> deliveries = new HashMap<>();
    private final Map<Endpoint, List<UUID>> replays = new HashMap<>();
    private final Map<Collection, List<UUID>> records = new HashMap<>();
    private final Map<UUID, List<Look>> connections = new HashMap<>();

    private int keptOfShard;

    record Endpoint(UUID company, UUID uuid) {}

    /** The records of one company that take the same step. */
    record Collection(UUID company, DueStep step) {}

    private DueItems() {}

    /** @param end the time at which reading ends; the next sweep reads the rest */
    static DueItems read(DynamoDbClient client, String table, Clock clock, Instant end) {
        var due = new DueItems();
        var now = clock.instant();
        for (var shard : TableDesign.dueShards()) {
            var kept = new HashMap<Endpoint, List<Due>>();
            due.keptOfShard = 0;
            items(client, table, shard, now)
                    .takeWhile(item ->
                            due.keptOfShard < SHARD_LIMIT && clock.instant().isBefore(end))
                    .forEach(item -> due.add(item, kept));
            kept.forEach((endpoint, more) -> due.deliveries
                    .computeIfAbsent(endpoint, any -> new ArrayList<>())
                    .addAll(more));
        }
        return due;
    }

    Map<Endpoint, List<Due>> deliveries() {
        return deliveries;
    }

    /** The uuids of replays, the oldest first. */
    Map<Endpoint, List<UUID>> replays() {
        replays.values().forEach(uuids -> uuids.sort(Comparator.comparing(UUID::toString)));
        return replays;
    }

    /** The uuids of records whose time has come, the earliest first. */
    Map<Collection, List<UUID>> records() {
        return records;
    }

    /** The looks at connections to CRMs whose time has come, by company. */
    Map<UUID, List<Look>> connections() {
        return connections;
    }

    /** @param neglect what the sweeps before have seen */
    Waits waits(Instant now, Neglect neglect) {
        var looks = connections.values().stream().flatMap(List::stream).toList();
        var late = looks.stream()
                .filter(look -> look.at().isBefore(now.minus(Waits.LATE_CONNECTION)))
                .count();
        return new Waits(neglect.oldest(deliveries, now), looks.size(), (int) late);
    }

    private static Stream<Map<String, AttributeValue>> items(
            DynamoDbClient client, String table, String shard, Instant now) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .indexName(TableDesign.DUE_INDEX)
                        .limit(MOST_AT_ONCE)
                        .keyConditionExpression(TableDesign.DUE + " = :shard AND " + TableDesign.DUE_AT + " <= :now")
                        .expressionAttributeValues(Map.of(
                                ":shard", AttributeValue.fromS(shard), ":now", AttributeValue.fromS(Json.time(now)))))
                .items()
                .stream();
    }

    private void add(Map<String, AttributeValue> item, Map<Endpoint, List<Due>> kept) {
        CollectionKey.from(text(item, TableDesign.PARTITION_KEY)).ifPresent(key -> {
            var step = DueStep.of(key);
            if (step.isPresent()) {
                records.computeIfAbsent(new Collection(key.company(), step.get()), any -> new ArrayList<>())
                        .add(uuid(item, TableDesign.SORT_KEY));
                keptOfShard++;
                return;
            }
            if (key.isOf(CrmCursor.RESOURCE.name())) {
                connections
                        .computeIfAbsent(key.company(), any -> new ArrayList<>())
                        .add(new Look(uuid(item, TableDesign.SORT_KEY), Instant.parse(text(item, TableDesign.DUE_AT))));
                return;
            }
            var endpoint = new Endpoint(key.company(), uuid(item, "webhook_endpoint_uuid"));
            if (key.isOf(Replay.RESOURCE.name())) {
                replays.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(uuid(item, TableDesign.SORT_KEY));
            } else if (key.isOf(Delivery.NAME)) {
                var ofEndpoint = kept.computeIfAbsent(endpoint, any -> new ArrayList<>());
                if (ofEndpoint.size() < ENDPOINT_LIMIT) {
                    ofEndpoint.add(due(endpoint, item));
                    keptOfShard++;
                }
            }
        });
    }

    private static Due due(Endpoint endpoint, Map<String, AttributeValue> item) {
        var at = Instant.parse(text(item, TableDesign.DUE_AT));
        var task = new DeliveryTask(
                endpoint.company(), endpoint.uuid(), uuid(item, "event_uuid"), uuid(item, "record_uuid"));
        return new Due(task.due(at), at);
    }

    private static UUID uuid(Map<String, AttributeValue> item, String name) {
        return UUID.fromString(text(item, name));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
