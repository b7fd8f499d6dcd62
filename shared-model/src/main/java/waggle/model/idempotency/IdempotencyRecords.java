package waggle.model.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Change;
import waggle.model.transaction.SingleItems;

/** The idempotency keys of a company: the request that used each, and its reply. */
public final class IdempotencyRecords {
    /** The time that a key is kept (docs/api.md, "Conventions": Idempotency). */
    static final Duration RETENTION = Duration.ofHours(24);

    /**
     * The time that a request without a reply counts as running, longer than any function runs. Afterwards another
     * request can claim the key, and the condition of the first request fails.
     */
    static final Duration LEASE = Duration.ofSeconds(60);

    static final String TOKEN = "token";
    private static final String FINGERPRINT = "fingerprint";
    private static final String ANSWER = "answer";
    private static final String LEASE_END = "lease_end";
    /** An attribute of the key of a request in parts, some of which may be written though the key has no reply. */
    private static final String IN_PARTS = "in_parts";

    private static final String FREE = "attribute_not_exists(pk) OR expires_at <= :now"
            + " OR (attribute_not_exists(answer) AND lease_end <= :now"
            + " AND (attribute_not_exists(in_parts) OR fingerprint = :fingerprint))";

    private final DynamoDbClient client;
    private final String table;
    private final SingleItems items;
    private final Clock clock;

    public IdempotencyRecords(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.items = new SingleItems(client, table);
        this.clock = clock;
    }

    /**
     * Claims a key for a request.
     *
     * @throws WaggleException {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} when the key was used for another request,
     *     {@link ErrorCode#CONFLICT} while the first request runs
     */
    public Begun begin(UUID company, Once once) {
        return begin(new Claim(this, item(company, once)), once);
    }

    /**
     * Claims a key for a request in parts. No other request gets the key for {@link #RETENTION}, however this one ends, since
     * a part may be written.
     *
     * @throws WaggleException as {@link #begin}
     */
    public Begun beginInParts(UUID company, Once once) {
        var item = item(company, once);
        item.put(IN_PARTS, AttributeValue.fromBool(true));
        return begin(new Claim(this, item), once);
    }

    private Begun begin(Claim claim, Once once) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(claim.item())
                    .conditionExpression(FREE)
                    .expressionAttributeValues(Map.of(
                            ":now", seconds(clock.instant()), ":fingerprint", AttributeValue.fromS(once.fingerprint())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return claim;
        } catch (ConditionalCheckFailedException e) {
            // The SDK repeats a call whose reply was lost, and the repetition meets the item of the first.
            return claim.token().equals(e.item().get(TOKEN)) ? claim : known(e.item(), once);
        } catch (TransactionConflictException e) {
            // The first request writes its reply in this moment.
            throw stillRunning();
        }
    }

    /**
     * The key of a part of a request whose own key this request has claimed.
     *
     * @param name tells the parts of the request apart
     */
    public Part part(UUID company, Once once, String name) {
        // No client can send a key with a line break.
        return new Part(new Claim(this, item(company, new Once(once.key() + "\n" + name, once.fingerprint()))));
    }

    /** Whether a stored item is a reply that the request of a new item must get, and not one of an earlier use of its key. */
    static boolean isKept(Map<String, AttributeValue> stored, Map<String, AttributeValue> item) {
        var end = Long.parseLong(number(stored, TableDesign.TIME_TO_LIVE));
        var now = Long.parseLong(number(item, TableDesign.TIME_TO_LIVE)) - RETENTION.toSeconds();
        return end > now && Objects.equals(stored.get(FINGERPRINT), item.get(FINGERPRINT));
    }

    /** The condition that no item {@link #isKept}. */
    static String notKept(Change change, Map<String, AttributeValue> item) {
        var now = Long.parseLong(number(item, TableDesign.TIME_TO_LIVE)) - RETENTION.toSeconds();
        return "(attribute_not_exists(pk) OR expires_at <= " + change.value(AttributeValue.fromN(Long.toString(now)))
                + " OR fingerprint <> " + change.value(Objects.requireNonNull(item.get(FINGERPRINT))) + ")";
    }

    private static String number(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute)).n();
    }

    private static Begun known(Map<String, AttributeValue> item, Once once) {
        if (!Objects.requireNonNull(item.get(FINGERPRINT)).s().equals(once.fingerprint())) {
            throw new WaggleException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (!item.containsKey(ANSWER)) {
            throw stillRunning();
        }
        return new Answered(reply(item));
    }

    /** The reply in an item that has one. */
    static Reply reply(Map<String, AttributeValue> item) {
        return Json.parse(Objects.requireNonNull(item.get(ANSWER)).s(), Reply.class);
    }

    private static WaggleException stillRunning() {
        return new WaggleException(ErrorCode.CONFLICT, "The first request with this Idempotency-Key is still running");
    }

    private Map<String, AttributeValue> item(UUID company, Once once) {
        var now = clock.instant();
        var item = ItemKey.idempotency(company, once.key()).attributes();
        item.put(FINGERPRINT, AttributeValue.fromS(once.fingerprint()));
        item.put(TOKEN, AttributeValue.fromS(UUID.randomUUID().toString()));
        item.put(LEASE_END, seconds(now.plus(LEASE)));
        item.put(TableDesign.TIME_TO_LIVE, seconds(now.plus(RETENTION)));
        return item;
    }

    /** The claimed item with its reply. */
    static Map<String, AttributeValue> answered(Map<String, AttributeValue> claimed, Reply reply) {
        var item = new HashMap<>(claimed);
        item.remove(LEASE_END);
        item.put(ANSWER, AttributeValue.fromS(Json.write(reply)));
        return item;
    }

    /** Replaces the reply of a key, unless another request has taken the key over. */
    void answer(Claim claim, Reply reply) {
        items.put(put -> put.item(answered(claim.item(), reply))
                .conditionExpression("#token = :token")
                .expressionAttributeNames(Map.of("#token", TOKEN))
                .expressionAttributeValues(Map.of(":token", claim.token())));
    }

    /** Releases a key whose request was refused, unless another request has taken it over. */
    void release(Claim claim) {
        items.delete(delete -> delete.key(claim.key())
                .conditionExpression("#token = :token AND attribute_not_exists(answer)")
                .expressionAttributeNames(Map.of("#token", TOKEN))
                .expressionAttributeValues(Map.of(":token", claim.token())));
    }

    private static AttributeValue seconds(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
    }
}
