package waggle.model.transaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.TableDesign;

/**
 * Everything that one transaction changes in one item, and the conditions on the item as it is stored. Several rules may
 * change the same item, while DynamoDB accepts each item once in a transaction.
 */
public final class Change {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final Map<String, AttributeValue> sets = new LinkedHashMap<>();
    private final List<String> removals = new ArrayList<>();
    private final Map<String, BigDecimal> additions = new LinkedHashMap<>();
    private final Map<String, List<String>> setAdditions = new LinkedHashMap<>();
    private final Map<String, List<String>> setDeletions = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> zeros = new ArrayList<>();

    public Change set(String attribute, AttributeValue value) {
        sets.put(attribute, value);
        return this;
    }

    public Change remove(String attribute) {
        removals.add(attribute);
        return this;
    }

    /** Adds to a number; an absent number counts as zero. */
    public Change add(String attribute, long number) {
        return add(attribute, BigDecimal.valueOf(number));
    }

    /** Adds to a number; an absent number counts as zero. */
    public Change add(String attribute, BigDecimal number) {
        additions.merge(attribute, number, BigDecimal::add);
        return this;
    }

    /** Adds a text to a set of texts. */
    public Change addTo(String attribute, String text) {
        setAdditions.computeIfAbsent(attribute, unused -> new ArrayList<>()).add(text);
        return this;
    }

    /** Removes a text from a set of texts. */
    public Change deleteFrom(String attribute, String text) {
        setDeletions.computeIfAbsent(attribute, unused -> new ArrayList<>()).add(text);
        return this;
    }

    /** Requires a set of texts to have fewer elements. */
    public Change requireSmaller(String attribute, int size) {
        var name = name(attribute);
        return where("(attribute_not_exists(%1$s) OR size(%1$s) < %2$s)"
                .formatted(name, value(AttributeValue.fromN(Integer.toString(size)))));
    }

    /** Requires the item to exist. */
    public Change requireThere() {
        return requireThere(TableDesign.PARTITION_KEY);
    }

    public Change requireThere(String attribute) {
        return where("attribute_exists(" + name(attribute) + ")");
    }

    public Change requireAbsent(String attribute) {
        return where("attribute_not_exists(" + name(attribute) + ")");
    }

    public Change require(String attribute, AttributeValue value) {
        return where(name(attribute) + " = " + value(value));
    }

    /**
     * Requires a number to be zero or absent. In a deletion the condition is on the number after all additions of the same
     * transaction.
     */
    public Change requireZero(String attribute) {
        zeros.add(attribute);
        return this;
    }

    /**
     * Adds a condition.
     *
     * @param condition a condition expression of DynamoDB whose values {@link #value} names
     */
    public Change where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Names a value for {@link #where}. */
    public String value(AttributeValue value) {
        var name = ":" + values.size();
        values.put(name, value);
        return name;
    }

    boolean isConditionOnly() {
        return sets.isEmpty()
                && removals.isEmpty()
                && additions.isEmpty()
                && setAdditions.isEmpty()
                && setDeletions.isEmpty();
    }

    /** The item that the changes make of an item which the same transaction inserts. */
    Map<String, AttributeValue> applied(Map<String, AttributeValue> item) {
        var changed = new HashMap<>(item);
        changed.putAll(sets);
        removals.forEach(changed::remove);
        additions.forEach((attribute, number) -> changed.merge(attribute, number(number), Change::sum));
        setAdditions.forEach((attribute, texts) -> changed.put(attribute, AttributeValue.fromSs(texts)));
        return changed;
    }

    String expression() {
        var set = new ArrayList<String>();
        sets.forEach((attribute, value) -> set.add(name(attribute) + " = " + value(value)));
        var add = new ArrayList<String>();
        additions.forEach((attribute, number) -> add.add(name(attribute) + " " + value(number(number))));
        setAdditions.forEach(
                (attribute, texts) -> add.add(name(attribute) + " " + value(AttributeValue.fromSs(texts))));
        var delete = new ArrayList<String>();
        setDeletions.forEach(
                (attribute, texts) -> delete.add(name(attribute) + " " + value(AttributeValue.fromSs(texts))));
        return clause("SET", set)
                + clause("REMOVE", removals.stream().map(this::name).toList())
                + clause("ADD", add)
                + clause("DELETE", delete);
    }

    /** @param deletes whether the transaction deletes the item */
    String condition(boolean deletes) {
        var all = new ArrayList<>(conditions);
        for (var attribute : zeros) {
            var added = deletes ? additions.getOrDefault(attribute, BigDecimal.ZERO) : BigDecimal.ZERO;
            var name = name(attribute);
            var equal = name + " = " + value(number(added.negate()));
            all.add(added.signum() == 0 ? "(attribute_not_exists(" + name + ") OR " + equal + ")" : equal);
        }
        return String.join(" AND ", all);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private static AttributeValue number(BigDecimal number) {
        return AttributeValue.fromN(number.toPlainString());
    }

    private static AttributeValue sum(AttributeValue there, AttributeValue added) {
        return number(new BigDecimal(there.n()).add(new BigDecimal(added.n())));
    }

    private static String clause(String verb, List<String> parts) {
        return parts.isEmpty() ? "" : verb + " " + String.join(", ", parts) + " ";
    }

    private String name(String attribute) {
        var name = "#" + names.size();
        names.put(name, attribute);
        return name;
    }
}
