package waggle.model.transaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import waggle.model.table.ItemKey;

/** The write of one item in a transaction, with the refusals of all rules that set a condition on the item. */
final class ItemWrite {
    private static final ReturnValuesOnConditionCheckFailure ALL_OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private enum Kind {
        CHANGE,
        INSERT,
        PUT,
        DELETE
    }

    private final ItemKey key;
    private final Change change = new Change();
    private final List<Refusal> refusals = new ArrayList<>();
    /** The refusals of the rule that inserts or deletes the item. */
    private final List<Refusal> ownRefusals = new ArrayList<>();

    private @Nullable Map<String, AttributeValue> item;
    private Kind kind = Kind.CHANGE;

    ItemWrite(ItemKey key) {
        this.key = key;
    }

    Change by(Refusal refusal) {
        refusals.add(refusal);
        return change;
    }

    /** An item that the same transaction deletes and inserts is replaced. */
    void insert(Map<String, AttributeValue> inserted, Refusal whenThere) {
        kind = kind == Kind.DELETE ? Kind.PUT : Kind.INSERT;
        item = inserted;
        ownRefusals.add(whenThere);
    }

    void put(Map<String, AttributeValue> replacing) {
        kind = Kind.PUT;
        item = replacing;
    }

    Change delete(Refusal refusal) {
        delete();
        ownRefusals.add(refusal);
        return change;
    }

    /** An item that the same transaction deletes and inserts is replaced. */
    void delete() {
        kind = switch (kind) {
            case CHANGE, DELETE -> Kind.DELETE;
            case INSERT, PUT -> Kind.PUT;
        };
    }

    Map<String, BigDecimal> additions() {
        return change.additions();
    }

    boolean onlySets() {
        return change.onlySets();
    }

    /** Whether the stored item is as this write leaves it. */
    boolean isDoneIn(Map<String, AttributeValue> stored) {
        return item == null ? change.isDoneIn(stored) : change.applied(item).equals(stored);
    }

    /** The refusal of the stored item; {@link Raced} when no rule objects to the item. */
    RuntimeException refusal(Map<String, AttributeValue> stored) {
        return Stream.concat(ownRefusals.stream(), refusals.stream())
                .flatMap(refusal -> refusal.of(stored).stream())
                .findFirst()
                .<RuntimeException>map(refusal -> refusal)
                .orElseGet(Raced::new);
    }

    /** Rules that set conditions on an item see the item as this transaction makes it. */
    private void requireAccepted(Map<String, AttributeValue> made) {
        for (var refusal : refusals) {
            refusal.of(made).ifPresent(refused -> {
                throw refused;
            });
        }
    }

    /** @throws RuntimeException the refusal of an item that this transaction inserts or deletes */
    TransactWriteItem build(String table) {
        return switch (kind) {
            case INSERT -> insertion(table);
            case PUT -> replacement(table);
            case DELETE -> deletion(table);
            case CHANGE -> change.isConditionOnly() ? check(table) : update(table);
        };
    }

    private TransactWriteItem insertion(String table) {
        var inserted = Objects.requireNonNull(item);
        requireAccepted(inserted);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(change.applied(inserted))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private TransactWriteItem replacement(String table) {
        var condition = nullIfEmpty(change.condition(false));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Objects.requireNonNull(item))
                        .conditionExpression(condition)
                        .expressionAttributeNames(names())
                        .expressionAttributeValues(values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private TransactWriteItem deletion(String table) {
        requireAccepted(Map.of());
        var condition = nullIfEmpty(change.condition(true));
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(names())
                        .expressionAttributeValues(values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private TransactWriteItem check(String table) {
        var condition = change.condition(false);
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(names())
                        .expressionAttributeValues(values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private TransactWriteItem update(String table) {
        var condition = nullIfEmpty(change.condition(false));
        var expression = change.expression();
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key.attributes())
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names())
                        .expressionAttributeValues(values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private @Nullable Map<String, String> names() {
        return change.names().isEmpty() ? null : change.names();
    }

    private @Nullable Map<String, AttributeValue> values() {
        return change.values().isEmpty() ? null : change.values();
    }

    private static @Nullable String nullIfEmpty(String expression) {
        return expression.isEmpty() ? null : expression;
    }
}
