package waggle.http;

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
import waggle.model.store.Resource;

/** Finds what of some JSON a shape has no place for, however deep it lies. */
final class ShapeTypes {
    private final List<Fault> faults;
    private final List<String> counts;

    /**
     * @param faults to which those found are added
     * @param counts the fields that clients can read only
     */
    ShapeTypes(List<Fault> faults, List<String> counts) {
        this.faults = faults;
        this.counts = counts;
    }

    /** The fields that can be read. */
    ObjectNode sound(ObjectNode json, Class<?> shape) {
        var sound = json.objectNode();
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
                judge(field.getKey(), field.getValue(), type);
            }
            if (faults.size() == before) {
                sound.set(field.getKey(), field.getValue());
            }
        }
        return sound;
    }

    private static Map<String, JavaType> types(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .collect(Collectors.toMap(
                        Resource::nameOf, component -> Json.mapper().constructType(component.getGenericType())));
    }

    private void judge(String path, JsonNode value, JavaType type) {
        if (type.isTypeOrSubTypeOf(Collection.class) && value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                judge(path + "[" + i + "]", value.path(i), type.getContentType());
            }
        } else if (type.isMapLikeType() && value instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> judge(path + "." + entry.getKey(), entry.getValue(), type.getContentType()));
        } else if (type.isRecordType() && value instanceof ObjectNode object) {
            inner(path, object, type.getRawClass());
        } else {
            leaf(path, value, type);
        }
    }

    private void inner(String path, ObjectNode object, Class<?> shape) {
        var types = types(shape);
        for (var field : object.properties()) {
            var name = path + "." + field.getKey();
            var type = types.get(field.getKey());
            if (type == null) {
                faults.add(Faults.unknown(name));
            } else {
                judge(name, field.getValue(), type);
            }
        }
    }

    private void leaf(String path, JsonNode value, JavaType type) {
        try {
            Json.mapper().treeToValue(value, type);
        } catch (JsonProcessingException e) {
            faults.add(Faults.wrongType(path, type));
        }
    }
}
