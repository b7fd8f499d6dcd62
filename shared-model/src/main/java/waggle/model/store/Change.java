package waggle.model.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.TableDesign;

/** An update of some attributes of one item, whatever they are called, and what must hold of the item before. */
final class Change {
    private static final AttributeValue ZERO = AttributeValue.fromN("0");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final List<String> additions = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    Change set(String attribute, AttributeValue value) {
        sets.add(name(attribute) + " = " + value(value));
        return this;
    }

    Change remove(String attribute) {
        removals.add(name(attribute));
        return this;
    }

    /** Adds to a number, which is zero as long as it is absent. */
    Change add(String attribute, int number) {
        additions.add(name(attribute) + " " + value(AttributeValue.fromN(Integer.toString(number))));
        return this;
    }

    Change requireThere() {
        return requireThere(TableDesign.PARTITION_KEY);
    }

    Change requireThere(String attribute) {
        conditions.add("attribute_exists(" + name(attribute) + ")");
        return this;
    }

    Change require(String attribute, AttributeValue value) {
        conditions.add(name(attribute) + " = " + value(value));
        return this;
    }

    Change requireZero(String attribute) {
        conditions.add("(attribute_not_exists(%1$s) OR %1$s = %2$s)".formatted(name(attribute), value(ZERO)));
        return this;
    }

    String expression() {
        return clause("SET", sets) + clause("REMOVE", removals) + clause("ADD", additions);
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

    private String value(AttributeValue value) {
        var name = ":" + values.size();
        values.put(name, value);
        return name;
    }
}
