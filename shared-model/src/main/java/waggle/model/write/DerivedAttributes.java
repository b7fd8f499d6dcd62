package waggle.model.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;

/**
 * Rewrites the attributes of stored records that are derived from their fields, such as facets. Clients see no change, and
 * the version stays.
 */
public final class DerivedAttributes {
    private final DynamoDbClient client;
    private final String table;

    public DerivedAttributes(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Rewrites a record's derived attributes if an earlier release derived them otherwise. The write has the condition that
     * neither the record nor its counts have changed since they were read; otherwise the record is read again.
     *
     * @param item the record as it was read
     * @return whether the record was rewritten
     */
    public boolean renew(Resource<?> resource, Map<String, AttributeValue> item) {
        var budget = RetryBudget.perWrite();
        for (var stored = item; !stored.isEmpty(); stored = read(ItemKey.of(stored))) {
            var outdated = outdated(resource, stored);
            if (outdated.isEmpty()) {
                return false;
            }
            if (write(stored, outdated, budget)) {
                return true;
            }
            budget.pause();
        }
        return false;
    }

    /** The derived attributes whose stored value is another one. */
    private static <T> Map<String, AttributeValue> outdated(Resource<T> resource, Map<String, AttributeValue> stored) {
        var snapshot = Snapshot.of(resource.schema().mapToItem(stored));
        var derived = new RecordAttributes<>(resource, ItemKey.of(stored).company()).derived(snapshot);
        derived.computeIfPresent(
                TableDesign.FACETS, (name, facets) -> AttributeValue.fromM(counted(resource, facets.m(), stored)));
        derived.entrySet().removeIf(attribute -> isSame(attribute.getValue(), stored.get(attribute.getKey())));
        return derived;
    }

    /** A count that was never changed is not stored, neither as an attribute nor among the facets. */
    private static Map<String, AttributeValue> counted(
            Resource<?> resource, Map<String, AttributeValue> facets, Map<String, AttributeValue> stored) {
        var counted = new HashMap<>(facets);
        resource.fields().counts().stream()
                .filter(count -> !stored.containsKey(count))
                .forEach(counted::remove);
        return counted;
    }

    private boolean write(Map<String, AttributeValue> stored, Map<String, AttributeValue> derived, RetryBudget budget) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var sets = new ArrayList<String>();
        derived.forEach((name, value) -> {
            var place = Integer.toString(names.size());
            names.put("#" + place, name);
            values.put(":" + place, value);
            sets.add("#" + place + " = :" + place);
        });
        values.put(":version", Objects.requireNonNull(stored.get("version")));
        var moves = stored.get(Entity.MOVES);
        if (moves != null) {
            values.put(":moves", moves);
        }
        return new SingleItems(client, table, budget)
                .update(update -> update.key(ItemKey.of(stored).attributes())
                        .updateExpression("SET " + String.join(", ", sets))
                        .conditionExpression("version = :version AND "
                                + (moves == null ? "attribute_not_exists(moves)" : "moves = :moves"))
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }

    private Map<String, AttributeValue> read(ItemKey key) {
        return client.getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
    }

    /** DynamoDB stores 1.50 as 1.5. */
    private static boolean isSame(AttributeValue derived, @Nullable AttributeValue stored) {
        if (stored == null || derived.type() != stored.type()) {
            return false;
        }
        return switch (derived.type()) {
            case N -> new BigDecimal(derived.n()).compareTo(new BigDecimal(stored.n())) == 0;
            case L -> isSame(derived.l(), stored.l());
            case M ->
                derived.m().keySet().equals(stored.m().keySet())
                        && derived.m().entrySet().stream()
                                .allMatch(entry ->
                                        isSame(entry.getValue(), stored.m().get(entry.getKey())));
            default -> derived.equals(stored);
        };
    }

    private static boolean isSame(List<AttributeValue> derived, List<AttributeValue> stored) {
        return derived.size() == stored.size()
                && IntStream.range(0, derived.size()).allMatch(i -> isSame(derived.get(i), stored.get(i)));
    }
}
