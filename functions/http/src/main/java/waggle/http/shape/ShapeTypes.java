package waggle.http.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import waggle.model.CodePoints;
import waggle.model.Fault;
import waggle.model.json.Json;

/**
 * Finds unknown fields and values of the wrong type, at any depth, and brings the others to their stored form (docs/api.md,
 * "Texts" and "Names").
 */
final class ShapeTypes {
    private static final Set<Class<?>> WHOLE = Set.of(Integer.class, int.class, Long.class, long.class);

    /** Every whole number of so many digits fits a long. */
    private static final int DIGITS = 18;

    private final List<Fault> faults;
    private final List<String> counts;

    /**
     * @param faults receives the faults found
     * @param counts read-only fields that are not part of the shape
     */
    ShapeTypes(List<Fault> faults, List<String> counts) {
        this.faults = faults;
        this.counts = counts;
    }

    /** The fields without faults. */
    ObjectNode valid(ObjectNode json, Class<?> shape) {
        var valid = json.objectNode();
        var fields = ShapeField.of(shape);
        for (var entry : json.properties()) {
            var before = faults.size();
            var name = entry.getKey();
            var field = fields.get(name);
            if (field == null) {
                faults.add(counts.contains(name) ? Faults.readOnly(name) : Faults.unknown(name));
                continue;
            }
            var value = value(name, entry.getValue(), field);
            if (faults.size() == before) {
                valid.set(name, value);
            }
        }
        return valid;
    }

    /** The value of a field. An empty text is the same as null. */
    private JsonNode value(String path, JsonNode value, ShapeField field) {
        return isEmpty(value) ? NullNode.instance : element(path, value, field);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    private JsonNode element(String path, JsonNode value, ShapeField field) {
        var type = field.type();
        if (type.isTypeOrSubTypeOf(Collection.class) && value.isArray()) {
            return elements(path, value, field.element());
        }
        if (value instanceof ObjectNode object) {
            if (type.isMapLikeType()) {
                return entries(path, object, (name, entry) -> value(name, entry, field.element()));
            }
            if (type.isRecordType()) {
                return record(path, object, type.getRawClass());
            }
            if (type.hasRawClass(ObjectNode.class)) {
                return entries(path, object, this::free);
            }
        }
        return scalar(path, value, field);
    }

    private JsonNode elements(String path, JsonNode list, ShapeField field) {
        var elements = Json.mapper().createArrayNode();
        for (var i = 0; i < list.size(); i++) {
            elements.add(element(path + "[" + i + "]", list.path(i), field));
        }
        return elements;
    }

    private static JsonNode entries(String path, ObjectNode object, BiFunction<String, JsonNode, JsonNode> stored) {
        var entries = object.objectNode();
        object.properties()
                .forEach(entry ->
                        entries.set(entry.getKey(), stored.apply(path + "." + entry.getKey(), entry.getValue())));
        return entries;
    }

    private JsonNode record(String path, ObjectNode object, Class<?> shape) {
        var fields = ShapeField.of(shape);
        return entries(path, object, (name, value) -> {
            var field = fields.get(name.substring(path.length() + 1));
            if (field == null) {
                faults.add(Faults.unknown(name));
                return value;
            }
            return value(name, value, field);
        });
    }

    /** A value under a name that a company chose; rules check its type. */
    private JsonNode free(String path, JsonNode value) {
        if (isEmpty(value)) {
            return NullNode.instance;
        }
        if (value.isTextual() ? CodePoints.hasControl(value.textValue()) : hasControl(value)) {
            faults.add(Faults.control(path));
        }
        return value;
    }

    private static boolean hasControl(JsonNode value) {
        return value.valueStream()
                .anyMatch(element ->
                        element.isTextual() ? CodePoints.hasControl(element.textValue()) : hasControl(element));
    }

    private JsonNode scalar(String path, JsonNode value, ShapeField field) {
        if (value.isTextual() && CodePoints.hasControl(value.textValue())) {
            faults.add(Faults.control(path));
            return value;
        }
        var stored = stored(value, field);
        try {
            Json.mapper().treeToValue(stored, field.type());
        } catch (JsonProcessingException e) {
            faults.add(Faults.wrongType(path, field.type()));
        }
        return stored;
    }

    private static JsonNode stored(JsonNode value, ShapeField field) {
        if (value.isTextual()) {
            return TextNode.valueOf(stored(value.textValue(), field));
        }
        return WHOLE.contains(field.type().getRawClass()) ? whole(value) : value;
    }

    private static String stored(String text, ShapeField field) {
        return field.type().hasRawClass(UUID.class)
                ? text.toLowerCase(Locale.ROOT)
                : field.written().map(written -> written.toStored(text)).orElse(text);
    }

    /** {@code 1.0} and {@code 1e2} as whole numbers. */
    private static JsonNode whole(JsonNode value) {
        if (!value.isFloatingPointNumber()) {
            return value;
        }
        var number = value.decimalValue().stripTrailingZeros();
        return number.scale() <= 0 && (long) number.precision() - number.scale() <= DIGITS
                ? LongNode.valueOf(number.longValueExact())
                : value;
    }
}
