package waggle.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.validation.validator.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.json.Json;

/**
 * Makes the shape of a resource from what a client sent, or says everything that is wrong with it at once (contract §1,
 * "Errors").
 */
final class ShapeReader<T> {
    private final Class<T> shape;
    private final Supplier<Validator> validator;
    private final Map<String, JavaType> fields = new LinkedHashMap<>();

    ShapeReader(Class<T> shape, Supplier<Validator> validator) {
        this.shape = shape;
        this.validator = validator;
        for (var component : shape.getRecordComponents()) {
            fields.put(Faults.snakeCase(component.getName()), Json.mapper().constructType(component.getGenericType()));
        }
    }

    /** @throws WaggleException with a fault for each field that is unknown, of the wrong type or out of bounds */
    T read(ObjectNode json) {
        var faults = new ArrayList<Fault>();
        var sound = json.objectNode();
        for (var field : json.properties()) {
            var value = Texts.trimmed(field.getValue());
            fault(field.getKey(), value).ifPresentOrElse(faults::add, () -> sound.set(field.getKey(), value));
        }
        var value = Json.read(sound, shape);
        faults.addAll(outOfBounds(value, faults));
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(this::position));
            throw WaggleException.invalid(faults);
        }
        return value;
    }

    /** The value that a merge patch makes of another; it must be as sound as a new one (contract §1, "PATCH"). */
    T patch(T before, ObjectNode patch) {
        var merged = MergePatch.apply(Json.tree(before), patch);
        for (var field : patch.properties()) {
            if (!fields.containsKey(field.getKey())) {
                merged.set(field.getKey(), field.getValue());
            }
        }
        return read(merged);
    }

    private Optional<Fault> fault(String name, JsonNode value) {
        var type = fields.get(name);
        if (type == null) {
            return Optional.of(Faults.unknown(name));
        }
        try {
            Json.mapper().treeToValue(value, type);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(Faults.wrongType(name, type, e));
        }
    }

    /** A field that could not be read is missing only because of that, and not a second fault. */
    private List<Fault> outOfBounds(T value, List<Fault> known) {
        return validator.get().validate(value).stream()
                .map(Faults::outOfBounds)
                .filter(fault -> known.stream().noneMatch(other -> other.field().equals(fault.field())))
                .toList();
    }

    /** Faults are told in the order of the shape's fields, those of unknown fields last. */
    private int position(Fault fault) {
        var position = List.copyOf(fields.keySet()).indexOf(fault.field().split("[.\\[]", 2)[0]);
        return position < 0 ? fields.size() : position;
    }
}
