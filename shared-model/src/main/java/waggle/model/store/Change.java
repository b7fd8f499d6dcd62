package waggle.model.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.TableDesign;

/**
 * All that one transaction changes of one item, and what must hold of the item before. Several rules may change the same
 * item; DynamoDB takes each item once.
 */
public final class Change {
    private static final AttributeValue ZERO = AttributeValue.fromN("0");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final Map<String, BigDecimal> additions = new LinkedHashMap<>();
    private final List<String> setAdditions = new ArrayList<>();
    private final List<String> setDeletions = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    public Change set(String attribute, AttributeValue value) {
        sets.add(name(attribute) + " = " + value(value));
        return this;
    }

    public Change remove(String attribute) {
        removals.add(name(attribute));
        return this;
    }

    /** Adds to a number, which is zero as long as it is absent. */
    public Change add(String attribute, long number) {
        return add(attribute, BigDecimal.valueOf(number));
    }

    /** Adds to a number, which is zero as long as it is absent. */
    public Change add(String attribute, BigDecimal number) {
        additions.merge(attribute, number, BigDecimal::add);
        return this;
    }

    /** Adds a text to a set of texts. */
    public Change addTo(String attribute, String text) {
        setAdditions.add(name(attribute) + " " + value(AttributeValue.fromSs(List.of(text))));
        return this;
    }

    /** Takes a text out of a set of texts. */
    public Change deleteFrom(String attribute, String text) {
        setDeletions.add(name(attribute) + " " + value(AttributeValue.fromSs(List.of(text))));
        return this;
    }

    /** A set must have fewer elements than so many. */
    public Change requireSmaller(String attribute, int size) {
        var name = name(attribute);
        return where("(attribute_not_exists(%1$s) OR size(%1$s) < %2$s)"
                .formatted(name, value(AttributeValue.fromN(Integer.toString(size)))));
    }

    /** The item must be there. */
    public Change requireThere() {
        return requireThere(TableDesign.PARTITION_KEY);
    }

    Change requireThere(String attribute) {
        return where("attribute_exists(" + name(attribute) + ")");
    }

    public Change requireAbsent(String attribute) {
        return where("attribute_not_exists(" + name(attribute) + ")");
    }

    public Change require(String attribute, AttributeValue value) {
        return where(name(attribute) + " = " + value(value));
    }

    /** A number must be zero or absent. */
    public Change requireZero(String attribute) {
        var name = name(attribute);
        return where("(attribute_not_exists(%1$s) OR %1$s = %2$s)".formatted(name, value(ZERO)));
    }

    /** @param condition DynamoDB's condition expression, its values made by {@link #value} */
    Change where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Nothing is changed, only looked at. */
    boolean isCondition() {
        return sets.isEmpty()
                && removals.isEmpty()
                && additions.isEmpty()
                && setAdditions.isEmpty()
                && setDeletions.isEmpty();
    }

    String expression() {
        var sums = new ArrayList<>(setAdditions);
        additions.forEach((attribute, number) ->
                sums.add(name(attribute) + " " + value(AttributeValue.fromN(number.toPlainString()))));
        return clause("SET", sets) + clause("REMOVE", removals) + clause("ADD", sums) + clause("DELETE", setDeletions);
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private static String clause(String verb, List<String> parts) {
        return parts.isEmpty() ? "" : verb + " " + String.join(", ", parts) + " ";
    }

    private String name(String attribute) {
        var name = "#" + names.size();
        names.put(name, attribute);
        return name;
    }

    String value(AttributeValue value) {
        var name = ":" + values.size();
        values.put(name, value);
        return name;
    }
}
