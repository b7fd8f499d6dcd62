package waggle.model.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.audit.AuditEntry;
import waggle.model.events.Event;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * All the items one write touches, done together or not at all. Every item may have a condition, and with it what the
 * write is refused with when the condition does not hold.
 */
public final class Transaction {
    /** Amazon DynamoDB API Reference, TransactWriteItems. */
    static final int MOST_ITEMS = 100;

    private static final String CONTENTION = "Others are changing the same records; try again";
    /** One that is closed, and one that is begun. */
    private static final int SEGMENTS_OF_A_LOG = 2;

    private static final int ATTEMPTS = 6;
    private static final long BACKOFF_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_BACKOFF_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String ABSENT = "attribute_not_exists(" + TableDesign.PARTITION_KEY + ")";
    private static final String SAME = "#attribute = :read";

    private final String table;
    private final List<TransactWriteItem> items = new ArrayList<>();
    private final List<Function<Map<String, AttributeValue>, ? extends RuntimeException>> refusals = new ArrayList<>();
    private final Map<ItemKey, Touched> touched = new LinkedHashMap<>();
    private final Map<UUID, List<Entity<AuditEntry>>> entries = new LinkedHashMap<>();
    private final Map<UUID, List<Entity<Event>>> events = new LinkedHashMap<>();

    public Transaction(String table) {
        this.table = table;
    }

    /** Adds that something happened: the event that every write has beside its record (contract §6). */
    public Transaction record(Actor actor, Entity<Event> event) {
        events.computeIfAbsent(actor.company(), unused -> new ArrayList<>()).add(event);
        return this;
    }

    /** Adds that somebody made a write: the entry that every write leaves in the audit log (contract §5). */
    Transaction audit(Actor actor, AuditEntry entry) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        entries.computeIfAbsent(actor.company(), unused -> new ArrayList<>())
                .add(new Entity<>(Uuids.next(), entry, now, now, 1));
        return this;
    }

    /** Puts an item that must not be there yet. */
    public Transaction insert(Map<String, AttributeValue> item, Supplier<? extends RuntimeException> whenThere) {
        return claim(item, unused -> whenThere.get());
    }

    /** Puts an item that must not be there yet; the refusal is told which one is. */
    Transaction claim(
            Map<String, AttributeValue> item,
            Function<Map<String, AttributeValue>, ? extends RuntimeException> whenThere) {
        var put = conditional(item).conditionExpression(ABSENT).build();
        return add(builder -> builder.put(put), whenThere);
    }

    /** Puts an item in the place of whatever is there; another item of the transaction has the condition. */
    public Transaction put(Map<String, AttributeValue> item) {
        var put = Put.builder().tableName(table).item(item).build();
        return add(builder -> builder.put(put), unused -> new IllegalStateException("there is no condition"));
    }

    /** Deletes an item that must be there. */
    public Transaction take(ItemKey key, Supplier<? extends RuntimeException> whenGone) {
        var delete = Delete.builder()
                .tableName(table)
                .key(key.attributes())
                .conditionExpression("attribute_exists(" + TableDesign.PARTITION_KEY + ")")
                .build();
        return add(builder -> builder.delete(delete), unused -> whenGone.get());
    }

    /** Deletes an item that is ours, and does not mind when it is gone. */
    public Transaction remove(ItemKey key) {
        var delete = Delete.builder().tableName(table).key(key.attributes()).build();
        return add(builder -> builder.delete(delete), unused -> new IllegalStateException("there is no condition"));
    }

    /** Replaces a whole item of which one attribute must still have the value that was read. */
    public Transaction replace(
            Map<String, AttributeValue> item,
            String attribute,
            AttributeValue read,
            Supplier<? extends RuntimeException> whenStale) {
        var put = conditional(item)
                .conditionExpression(SAME)
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":read", read))
                .build();
        return add(builder -> builder.put(put), unused -> whenStale.get());
    }

    /** Deletes an item of which a condition must hold; the refusal is told the item as it is. */
    Transaction delete(
            ItemKey key, Change condition, Function<Map<String, AttributeValue>, ? extends RuntimeException> refusal) {
        var delete = Delete.builder()
                .tableName(table)
                .key(key.attributes())
                .conditionExpression(condition.condition())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(condition.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return add(builder -> builder.delete(delete), refusal);
    }

    /**
     * Changes some attributes of an item that others of the same transaction may change as well.
     *
     * @param refusal is told the item as it is, which is empty when absent, and says why it does not do; empty when it
     *     does
     */
    public Change touch(
            ItemKey key, Function<Map<String, AttributeValue>, Optional<? extends RuntimeException>> refusal) {
        return touched.computeIfAbsent(key, Touched::new).by(refusal);
    }

    /**
     * Changes some attributes of an item.
     *
     * @param expression DynamoDB's update expression, {@code ADD refs :one}
     * @param values of the placeholders in both expressions, each used in one of them
     * @param condition what must hold of the item as it is; the item is made when it is absent and the condition holds
     */
    public Transaction update(
            ItemKey key,
            String expression,
            Map<String, AttributeValue> values,
            String condition,
            Supplier<? extends RuntimeException> refusal) {
        var update = Update.builder()
                .tableName(table)
                .key(key.attributes())
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeValues(values)
                .build();
        return add(builder -> builder.update(update), unused -> refusal.get());
    }

    /** How many items it touches so far; {@value #MOST_ITEMS} are the most. */
    int size() {
        return items.size() + touched.size() + size(entries) + size(events);
    }

    private static int size(Map<UUID, ? extends List<?>> logs) {
        return logs.values().stream()
                .mapToInt(log -> log.size() + SEGMENTS_OF_A_LOG)
                .sum();
    }

    /**
     * Writes everything or nothing.
     *
     * @throws Raced when its segment of a log has moved
     * @throws RuntimeException the refusal of the first item whose condition did not hold
     * @throws WaggleException {@link ErrorCode#CONFLICT} when other writers of the same items always came first
     */
    public void commit(DynamoDbClient client) {
        append(client, AuditEntry.RESOURCE, entries);
        append(client, Event.RESOURCE, events);
        touched.forEach((key, item) -> add(item.item(table), item::refusal));
        touched.clear();
        if (items.isEmpty()) {
            return;
        }
        if (items.size() > MOST_ITEMS) {
            throw new WaggleException(
                    ErrorCode.INVALID_REQUEST,
                    "The request changes too many references at once; do it in several steps");
        }
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                client.transactWriteItems(request -> request.transactItems(items));
                return;
            } catch (TransactionCanceledException e) {
                refusal(e.cancellationReasons()).ifPresent(refusal -> {
                    throw refusal;
                });
                if (!conflicting(e.cancellationReasons())) {
                    throw e;
                }
                pause(attempt);
            }
        }
        throw contention();
    }

    private <T> void append(DynamoDbClient client, Resource<T> resource, Map<UUID, List<Entity<T>>> log) {
        log.forEach((company, added) -> new Log<>(client, table, resource).join(this, company, added));
        log.clear();
    }

    /** That others always came first. */
    public static WaggleException contention() {
        return new WaggleException(ErrorCode.CONFLICT, CONTENTION);
    }

    /** Whether it was only others that came first: then asking again is all there is to do. */
    static boolean isContention(WaggleException refusal) {
        return refusal.getMessage().equals(CONTENTION);
    }

    private Optional<RuntimeException> refusal(List<CancellationReason> reasons) {
        var refused = new ArrayList<RuntimeException>();
        for (var i = 0; i < reasons.size(); i++) {
            if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                refused.add(refusals.get(i).apply(reasons.get(i).item()));
            }
        }
        return Refusals.first(refused);
    }

    private static boolean conflicting(List<CancellationReason> reasons) {
        return reasons.stream().anyMatch(reason -> "TransactionConflict".equals(reason.code()));
    }

    /** Waits longer each time, by chance between nothing and the whole, so that rivals do not meet again. */
    static void pause(int attempt) {
        var longest = attempt < ATTEMPTS ? BACKOFF_NANOS << attempt : LONGEST_BACKOFF_NANOS;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Math.min(longest, LONGEST_BACKOFF_NANOS)));
    }

    private Put.Builder conditional(Map<String, AttributeValue> item) {
        return Put.builder()
                .tableName(table)
                .item(item)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    private Transaction add(
            Consumer<TransactWriteItem.Builder> item,
            Function<Map<String, AttributeValue>, ? extends RuntimeException> refusal) {
        return add(TransactWriteItem.builder().applyMutation(item).build(), refusal);
    }

    private Transaction add(
            TransactWriteItem item, Function<Map<String, AttributeValue>, ? extends RuntimeException> refusal) {
        items.add(item);
        refusals.add(refusal);
        return this;
    }
}
