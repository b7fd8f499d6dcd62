package waggle.model.transaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Map<Entry, AttributeValue> entrySets = new LinkedHashMap<>();
    private final Set<Entry> entryRemovals = new LinkedHashSet<>();
    private final Map<Entry, BigDecimal> entryAdditions = new LinkedHashMap<>();
    private final Map<String, List<String>> setAdditions = new LinkedHashMap<>();
    private final Map<String, List<String>> setDeletions = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> zeros = new ArrayList<>();

    private record Entry(String map, String key) {}

    public Change set(String attribute, AttributeValue value) {
        sets.put(attribute, value);
        return this;
    }

    public Change remove(String attribute) {
        removals.add(attribute);
        return this;
    }

    /** Sets an entry of a map. */
    public Change set(String map, String key, AttributeValue value) {
        entrySets.put(new Entry(map, key), value);
        return this;
    }

    /** Removes an entry of a map. */
    public Change remove(String map, String key) {
        entryRemovals.add(new Entry(map, key));
        return this;
    }

    /** Adds to a number in a map; an absent number counts as zero. */
    public Change add(String map, String key, BigDecimal number) {
        entryAdditions.merge(new Entry(map, key), number, BigDecimal::add);
        return this;
    }

    /** Adds to a number; an absent number counts as zero. */
    public Change add(String attribute, long number) {
        return add(attribute, BigDecimal.valueOf(number));
    }

    public Change add(String attribute, BigDecimal number) {
        additions.merge(attribute, number, BigDecimal::add);
        return this;
    }

    Map<String, BigDecimal> additions() {
        return additions;
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

    /** Requires the item to be absent, or an attribute of it to have a value. */
    public Change requireAbsentOr(String attribute, AttributeValue value) {
        return where("(attribute_not_exists(pk) OR " + name(attribute) + " = " + value(value) + ")");
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
                && entrySets.isEmpty()
                && entryRemovals.isEmpty()
                && entryAdditions.isEmpty()
                && setAdditions.isEmpty()
                && setDeletions.isEmpty();
    }

    /** Whether the effect is to be seen in the stored item, and a repetition has none. */
    boolean onlySets() {
        return !sets.isEmpty()
                && additions.isEmpty()
                && entryAdditions.isEmpty()
                && setAdditions.isEmpty()
                && setDeletions.isEmpty();
    }

    boolean isDoneIn(Map<String, AttributeValue> item) {
        return item.entrySet().containsAll(sets.entrySet());
    }

    /** The item that the changes make of an item which the same transaction inserts. */
    Map<String, AttributeValue> applied(Map<String, AttributeValue> item) {
        var changed = new HashMap<>(item);
        changed.putAll(sets);
        removals.forEach(changed::remove);
        additions.forEach((attribute, number) -> changed.merge(attribute, number(number), Change::sum));
        setAdditions.forEach((attribute, texts) -> changed.put(attribute, AttributeValue.fromSs(texts)));
        entrySets.forEach((entry, value) -> in(changed, entry, map -> map.put(entry.key, value)));
        entryRemovals.forEach(entry -> in(changed, entry, map -> map.remove(entry.key)));
        entryAdditions.forEach(
                (entry, number) -> in(changed, entry, map -> map.merge(entry.key, number(number), Change::sum)));
        return changed;
    }

    private static void in(
            Map<String, AttributeValue> item, Entry entry, Consumer<Map<String, AttributeValue>> change) {
        var map = new HashMap<>(Objects.requireNonNull(item.get(entry.map)).m());
        change.accept(map);
        item.put(entry.map, AttributeValue.fromM(map));
    }

    String expression() {
        var set = new ArrayList<String>();
        sets.forEach((attribute, value) -> set.add(name(attribute) + " = " + value(value)));
        entrySets.forEach((entry, value) -> set.add(path(entry) + " = " + value(value)));
        entryAdditions.forEach((entry, number) -> set.add("%1$s = if_not_exists(%1$s, %2$s) + %3$s"
                .formatted(path(entry), value(number(BigDecimal.ZERO)), value(number(number)))));
        var add = new ArrayList<String>();
        additions.forEach((attribute, number) -> add.add(name(attribute) + " " + value(number(number))));
        setAdditions.forEach(
                (attribute, texts) -> add.add(name(attribute) + " " + value(AttributeValue.fromSs(texts))));
        var delete = new ArrayList<String>();
        setDeletions.forEach(
                (attribute, texts) -> delete.add(name(attribute) + " " + value(AttributeValue.fromSs(texts))));
        var remove = new ArrayList<String>();
        removals.forEach(attribute -> remove.add(name(attribute)));
        entryRemovals.forEach(entry -> remove.add(path(entry)));
        return clause("SET", set) + clause("REMOVE", remove) + clause("ADD", add) + clause("DELETE", delete);
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

    private String path(Entry entry) {
        return name(entry.map) + "." + name(entry.key);
    }

    private String name(String attribute) {
        var name = "#" + names.size();
        names.put(name, attribute);
        return name;
    }
}
