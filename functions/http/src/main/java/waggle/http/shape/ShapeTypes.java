package waggle.http.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import waggle.model.Fault;
import waggle.model.json.Json;
import waggle.model.json.JsonFields;

/** Finds unknown fields and values of the wrong type, at any depth. */
final class ShapeTypes {
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
        var types = types(shape);
        for (var field : json.properties()) {
            var before = faults.size();
            var type = types.get(field.getKey());
            if (type == null) {
                faults.add(
                        counts.contains(field.getKey())
                                ? Faults.readOnly(field.getKey())
                                : Faults.unknown(field.getKey()));
            } else {
                check(field.getKey(), field.getValue(), type);
            }
            if (faults.size() == before) {
                valid.set(field.getKey(), field.getValue());
            }
        }
        return valid;
    }

    private static Map<String, JavaType> types(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .collect(Collectors.toMap(
                        JsonFields::nameOf, component -> Json.mapper().constructType(component.getGenericType())));
    }

    private void check(String path, JsonNode value, JavaType type) {
        if (type.isTypeOrSubTypeOf(Collection.class) && value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                check(path + "[" + i + "]", value.path(i), type.getContentType());
            }
        } else if (type.isMapLikeType() && value instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> check(path + "." + entry.getKey(), entry.getValue(), type.getContentType()));
        } else if (type.isRecordType() && value instanceof ObjectNode object) {
            checkRecord(path, object, type.getRawClass());
        } else {
            checkValue(path, value, type);
        }
    }

    private void checkRecord(String path, ObjectNode object, Class<?> shape) {
        var types = types(shape);
        for (var field : object.properties()) {
            var name = path + "." + field.getKey();
            var type = types.get(field.getKey());
            if (type == null) {
                faults.add(Faults.unknown(name));
            } else {
                check(name, field.getValue(), type);
            }
        }
    }

    private void checkValue(String path, JsonNode value, JavaType type) {
        try {
            Json.mapper().treeToValue(value, type);
        } catch (JsonProcessingException e) {
            faults.add(Faults.wrongType(path, type));
        }
    }
}
