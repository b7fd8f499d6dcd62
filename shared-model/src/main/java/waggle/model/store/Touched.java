package waggle.model.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import waggle.model.table.ItemKey;

/** An item that a transaction changes, and all who have a say in that. */
final class Touched {
    private final ItemKey key;
    private final Change change = new Change();
    private final List<Function<Map<String, AttributeValue>, Optional<? extends RuntimeException>>> refusals =
            new ArrayList<>();

    Touched(ItemKey key) {
        this.key = key;
    }

    /** @param refusal why the item as it is does not do; empty when it does, and when only a fresh look can tell */
    Change by(Function<Map<String, AttributeValue>, Optional<? extends RuntimeException>> refusal) {
        refusals.add(refusal);
        return change;
    }

    RuntimeException refusal(Map<String, AttributeValue> there) {
        return refusals.stream()
                .flatMap(refusal -> refusal.apply(there).stream())
                .findFirst()
                .<RuntimeException>map(refusal -> refusal)
                .orElseGet(Raced::new);
    }

    TransactWriteItem item(String table) {
        return change.isCondition() ? check(table) : update(table);
    }

    private TransactWriteItem check(String table) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(change.condition())
                        .expressionAttributeNames(change.names())
                        .expressionAttributeValues(change.values().isEmpty() ? null : change.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private TransactWriteItem update(String table) {
        var expression = change.expression();
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key.attributes())
                        .updateExpression(expression)
                        .conditionExpression(change.condition())
                        .expressionAttributeNames(change.names())
                        .expressionAttributeValues(change.values().isEmpty() ? null : change.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
