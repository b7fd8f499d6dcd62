package waggle.model.transaction;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The only write of a transaction, without a transaction: it costs half of the units. Unlike a transaction, DynamoDB does
 * not recognise it when the SDK repeats a call whose reply was lost. So only writes that can be recognised in the stored
 * item are made this way.
 */
final class SingleWrite {
    private final ItemWrite write;
    private final TransactWriteItem item;

    SingleWrite(ItemWrite write, TransactWriteItem item) {
        this.write = write;
        this.item = item;
    }

    /** Whether the write puts an item, or sets attributes of one. */
    boolean isPossible() {
        return item.put() != null || (item.update() != null && write.onlySets());
    }

    Object send(DynamoDbClient client) {
        try {
            return item.put() == null ? send(client, item.update()) : send(client, item.put());
        } catch (ConditionalCheckFailedException e) {
            var stored = e.hasItem() ? e.item() : Map.<String, AttributeValue>of();
            if (isRepetition(e) && write.isDoneIn(stored)) {
                return e;
            }
            throw write.refusal(stored);
        }
    }

    private static boolean isRepetition(ConditionalCheckFailedException e) {
        return e.numAttempts() != null && e.numAttempts() > 1;
    }

    private static Object send(DynamoDbClient client, Put put) {
        return client.putItem(request -> request.tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                .expressionAttributeValues(put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure()));
    }

    private static Object send(DynamoDbClient client, Update update) {
        return client.updateItem(request -> request.tableName(update.tableName())
                .key(update.key())
                .updateExpression(update.updateExpression())
                .conditionExpression(update.conditionExpression())
                .expressionAttributeNames(
                        update.hasExpressionAttributeNames() ? update.expressionAttributeNames() : null)
                .expressionAttributeValues(
                        update.hasExpressionAttributeValues() ? update.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure()));
    }
}
