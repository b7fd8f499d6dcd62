package waggle.model.transaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import waggle.model.table.ItemKey;

/**
 * All items that one write inserts, changes, deletes or sets a condition on, written together or not at all. Every
 * condition has a {@link Refusal}, which explains the failure of the condition.
 */
public final class Transaction {
    /** Amazon DynamoDB API Reference, TransactWriteItems. */
    public static final int MOST_ITEMS = 100;

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final String table;
    private final Map<ItemKey, ItemWrite> writes = new LinkedHashMap<>();

    /** @param table the table's name */
    public Transaction(String table) {
        this.table = table;
    }

    /** Inserts an item that must not exist. */
    public void insert(Map<String, AttributeValue> item, Refusal whenThere) {
        write(ItemKey.of(item)).insert(item, whenThere);
    }

    /**
     * Puts an item in the place of the stored item, if there is one.
     *
     * @param refusal explains the conditions that the returned change sets
     */
    public Change put(Map<String, AttributeValue> item, Refusal refusal) {
        var write = write(ItemKey.of(item));
        write.put(item);
        return write.by(refusal);
    }

    /** Puts an item in the place of the stored item, if there is one. */
    public void put(Map<String, AttributeValue> item) {
        write(ItemKey.of(item)).put(item);
    }

    /**
     * Deletes an item.
     *
     * @param refusal explains the conditions that the returned change sets
     */
    public Change delete(ItemKey key, Refusal refusal) {
        return write(key).delete(refusal);
    }

    /** Deletes an item, if it exists. */
    public void delete(ItemKey key) {
        write(key).delete();
    }

    /**
     * Changes attributes of an item, or only sets conditions on it. Other rules of the same transaction may change the
     * item too.
     *
     * @param refusal explains the conditions that the returned change sets
     */
    public Change change(ItemKey key, Refusal refusal) {
        return write(key).by(refusal);
    }

    /** What is added to the numbers of an item so far, by attribute. */
    public Map<String, BigDecimal> additions(ItemKey key) {
        return Optional.ofNullable(writes.get(key)).map(ItemWrite::additions).orElseGet(Map::of);
    }

    private ItemWrite write(ItemKey key) {
        return writes.computeIfAbsent(key, ItemWrite::new);
    }

    /**
     * Writes everything or nothing, with one request for each attempt. Nothing is read. A single item needs no
     * transaction. All attempts have one token, so that a transaction whose reply was lost is not taken for that of another
     * writer (Amazon DynamoDB API Reference, "TransactWriteItems", ClientRequestToken).
     *
     * @throws TooManyItems when there are more than {@value #MOST_ITEMS} items
     * @throws Raced when the write has to begin again with a fresh read
     * @throws RuntimeException the refusal of the first item whose condition did not hold
     */
    public void commit(DynamoDbClient client, RetryBudget budget) {
        var order = List.copyOf(writes.values());
        var items = new ArrayList<TransactWriteItem>(order.size());
        order.forEach(write -> items.add(write.build(table)));
        if (items.size() > MOST_ITEMS) {
            throw new TooManyItems(items.size());
        }
        if (!items.isEmpty()) {
            var token = UUID.randomUUID().toString();
            budget.retry(() -> write(client, order, items, token));
        }
    }

    private static Object write(
            DynamoDbClient client, List<ItemWrite> order, List<TransactWriteItem> items, String token) {
        var only = new SingleWrite(order.getFirst(), items.getFirst());
        if (items.size() == 1 && only.isPossible()) {
            return only.send(client);
        }
        try {
            return client.transactWriteItems(
                    request -> request.transactItems(items).clientRequestToken(token));
        } catch (TransactionCanceledException e) {
            throw refusal(order, e.cancellationReasons()).orElse(e);
        }
    }

    private static Optional<RuntimeException> refusal(List<ItemWrite> order, List<CancellationReason> reasons) {
        var refused = new ArrayList<RuntimeException>();
        for (var i = 0; i < reasons.size(); i++) {
            if (CONDITION_FAILED.equals(reasons.get(i).code())) {
                refused.add(order.get(i).refusal(reasons.get(i).item()));
            }
        }
        return Refusals.first(refused);
    }
}
