package waggle.model.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;

/** The deliveries of events to endpoints. */
public final class Deliveries {
    /** The time between the creation of a delivery and the last attempt of its schedule, at most. */
    private static final Duration SCHEDULE = Duration.ofDays(4);

    private static final int MOST_COUNTED = 2_000;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public Deliveries(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    public Optional<Entity<Delivery>> find(UUID company, UUID endpoint, UUID event) {
        return new StoredRecords(client, table, company).find(Delivery.RESOURCE, DeliveryId.of(endpoint, event));
    }

    /** The deliveries of events to an endpoint that exist, with one request of the table for a hundred events. */
    public List<Entity<Delivery>> find(UUID company, UUID endpoint, List<UUID> events) {
        var uuids = events.stream().map(event -> DeliveryId.of(endpoint, event)).toList();
        return new StoredRecords(client, table, company).find(Delivery.RESOURCE, uuids);
    }

    /**
     * The calls of an endpoint in the last hours. It reads the deliveries that were created since the first hour, or so long
     * before that an attempt of their schedule may lie in it, at most 2,000.
     *
     * @param hours up to {@link EndpointStats#MOST_HOURS}
     */
    public EndpointStats stats(UUID company, UUID endpoint, int hours) {
        var now = clock.instant();
        var group = Delivery.RESOURCE.grouping("webhook_endpoint_uuid").orElseThrow();
        var since = now.minus(SCHEDULE).minus(Duration.ofHours(hours));
        var keys = client
                .queryPaginator(query -> query.tableName(table)
                        .indexName(group.index().name())
                        .keyConditionExpression(group.index().partitionKey() + " = :group AND "
                                + group.index().sortKey() + " >= :since")
                        .expressionAttributeValues(Map.of(
                                ":group",
                                AttributeValue.fromS(group.partition(company, Delivery.RESOURCE, endpoint.toString())),
                                ":since",
                                AttributeValue.fromS(Json.time(since))))
                        .scanIndexForward(false))
                .items()
                .stream()
                .limit(MOST_COUNTED + 1L)
                .map(ItemKey::of)
                .toList();
        var counted = keys.subList(0, Math.min(MOST_COUNTED, keys.size()));
        var schema = Delivery.RESOURCE.schema();
        var found = ItemBatch.readEventually(client, table, counted).values().stream()
                .map(item -> schema.mapToItem(item).value());
        return EndpointStats.of(found, keys.size() <= MOST_COUNTED, now, hours);
    }

    /**
     * Writes a delivery.
     *
     * @param before the delivery before; null if it is new
     * @throws WaggleException {@link ErrorCode#CONFLICT}, {@link ErrorCode#SERVICE_UNAVAILABLE} or {@link ErrorCode#VERSION_MISMATCH} when another write came
     *     first
     */
    public void save(Write write, @Nullable Entity<Delivery> before, Delivery after) {
        if (before == null) {
            var uuid = DeliveryId.of(after.webhookEndpointUuid(), after.eventUuid());
            write.create(Delivery.RESOURCE, uuid, after);
        } else {
            var same = Precondition.version(before.version());
            write.change(Delivery.RESOURCE, before.uuid(), same, unused -> after);
        }
    }

    /** Makes a waiting delivery due now. Neither its version nor its time changes. */
    public void makeDue(Write write, UUID delivery) {
        write.transaction()
                .change(Delivery.RESOURCE.key(write.company(), delivery), Refusal.always(RetryBudget::contention))
                .requireThere(TableDesign.DUE_AT)
                .set(TableDesign.DUE_AT, AttributeValue.fromS(Json.time(clock.instant())));
    }
}
