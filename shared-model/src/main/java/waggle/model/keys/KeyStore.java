package waggle.model.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;

/** Finds API keys by the hash of their secret. */
public final class KeyStore {
    /** The authorizer waits no longer, and the key's next request stores its time. */
    private static final Duration USE_TIME = Duration.ofMillis(100);

    static final String LABEL = "label";

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public KeyStore(DynamoDbClient client, String table) {
        this(client, table, Clock.systemUTC());
    }

    public KeyStore(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /**
     * The grant of a key, with one read of half a capacity unit. Empty for an unknown key and for an expired one,
     * which DynamoDB deletes later.
     */
    public Optional<KeyGrant> find(KeySecret key) {
        var item = client.getItem(get ->
                        get.tableName(table).key(ItemKey.apiKey(key.hash()).attributes()))
                .item();
        return item.isEmpty() || hasExpired(item) ? Optional.empty() : Optional.of(grant(item));
    }

    /** The keys of all companies, with a scan of the whole table. */
    public Set<UUID> all() {
        var prefix = Map.of(":prefix", AttributeValue.fromS(ItemKey.apiKey("").pk()));
        return client
                .scanPaginator(scan -> scan.tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(pk, :prefix)")
                        .expressionAttributeValues(prefix))
                .items()
                .stream()
                .filter(item -> !hasExpired(item))
                .map(item -> grant(item).uuid())
                .collect(Collectors.toSet());
    }

    /**
     * Stores the minute of a request with a key, unless a time of the same hour or a later one is stored, or the record no
     * longer exists.
     *
     * @throws WaggleException {@link ErrorCode#SERVICE_UNAVAILABLE} if a transaction holds the record for 0.1 seconds
     */
    public void used(KeyGrant grant, Instant now) {
        var key = ItemKey.record(grant.company(), ApiKey.NAME, grant.uuid()).attributes();
        new SingleItems(client, table, RetryBudget.of(USE_TIME)).update(update -> update.key(key)
                .updateExpression("SET last_used_at = :minute ADD " + Entity.MOVES + " :one")
                .conditionExpression(
                        "attribute_exists(pk) AND (attribute_not_exists(last_used_at) OR last_used_at < :hour)")
                .expressionAttributeValues(Map.of(
                        ":minute", AttributeValue.fromS(Json.time(now.truncatedTo(ChronoUnit.MINUTES))),
                        ":hour", AttributeValue.fromS(Json.time(now.truncatedTo(ChronoUnit.HOURS))),
                        ":one", AttributeValue.fromN("1"))));
    }

    private boolean hasExpired(Map<String, AttributeValue> item) {
        var expiry = item.get(TableDesign.TIME_TO_LIVE);
        return expiry != null && Long.parseLong(expiry.n()) <= clock.instant().getEpochSecond();
    }

    /**
     * The item by which the authorizer finds a key. It has the hash and not the secret.
     *
     * @param expiry the time at which the key expires; null for never
     */
    public static Map<String, AttributeValue> item(KeySecret key, KeyGrant grant, @Nullable Instant expiry) {
        var item = ItemKey.apiKey(key.hash()).attributes();
        item.put("company", AttributeValue.fromS(grant.company().toString()));
        item.put("api_key", AttributeValue.fromS(grant.uuid().toString()));
        item.put(LABEL, AttributeValue.fromS(grant.label()));
        item.put(
                "scopes",
                AttributeValue.fromSs(grant.scopes().ids().stream().sorted().toList()));
        if (expiry != null) {
            item.put(TableDesign.TIME_TO_LIVE, seconds(expiry));
        }
        return item;
    }

    static AttributeValue seconds(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
    }

    private static KeyGrant grant(Map<String, AttributeValue> item) {
        return new KeyGrant(
                UUID.fromString(attribute(item, "company").s()),
                UUID.fromString(attribute(item, "api_key").s()),
                attribute(item, LABEL).s(),
                Scopes.parse(attribute(item, "scopes").ss()));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
