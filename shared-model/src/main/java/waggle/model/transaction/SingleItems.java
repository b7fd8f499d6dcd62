package waggle.model.transaction;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

/**
 * Writes of single items without a transaction. DynamoDB refuses such a write while a transaction holds the item (Amazon DynamoDB
 * Developer Guide, "Transaction conflict handling in DynamoDB"), so each write is repeated until the transaction has ended. If
 * the reply to a write was lost, the SDK repeats it, and its condition no longer holds.
 *
 * <p>Each method throws a {@link WaggleException} with {@link ErrorCode#SERVICE_UNAVAILABLE} when the time for repetitions is
 * used up.
 */
public final class SingleItems {
    private final DynamoDbClient client;
    private final String table;
    private final Supplier<RetryBudget> budget;

    /** Gives each write the time of {@link RetryBudget#PER_WRITE}. */
    public SingleItems(DynamoDbClient client, String table) {
        this(client, table, RetryBudget::perWrite);
    }

    /** Gives all writes together the time of a budget. */
    public SingleItems(DynamoDbClient client, String table, RetryBudget budget) {
        this(client, table, () -> budget);
    }

    private SingleItems(DynamoDbClient client, String table, Supplier<RetryBudget> budget) {
        this.client = client;
        this.table = table;
        this.budget = budget;
    }

    /**
     * Puts an item.
     *
     * @param write the item and its condition
     * @return whether the condition held
     */
    public boolean put(Consumer<PutItemRequest.Builder> write) {
        return result(() -> client.putItem(put -> write.accept(put.tableName(table))))
                .isPresent();
    }

    /**
     * Changes attributes of an item.
     *
     * @param write the key, the change and its condition
     * @return whether the condition held
     */
    public boolean update(Consumer<UpdateItemRequest.Builder> write) {
        return updated(write).isPresent();
    }

    /**
     * Changes attributes of an item.
     *
     * @param write the key, the change, its condition, and the attributes to return
     * @return the attributes that were asked for; empty if the condition did not hold
     */
    public Optional<Map<String, AttributeValue>> updated(Consumer<UpdateItemRequest.Builder> write) {
        return result(() -> client.updateItem(update -> write.accept(update.tableName(table)))
                .attributes());
    }

    /**
     * Deletes an item.
     *
     * @param write the key and the condition
     * @return whether the condition held
     */
    public boolean delete(Consumer<DeleteItemRequest.Builder> write) {
        return result(() -> client.deleteItem(delete -> write.accept(delete.tableName(table))))
                .isPresent();
    }

    private <R> Optional<R> result(Supplier<R> call) {
        try {
            return Optional.of(budget.get().retry(call));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }
}
