package waggle.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies a JSON Merge Patch (RFC 7396 §2): absent keeps, null clears, arrays replace, objects merge. */
final class MergePatch {
    private MergePatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        for (var field : patch.properties()) {
            merged.set(field.getKey(), merge(merged.path(field.getKey()), field.getValue()));
        }
        merged.properties().removeIf(field -> field.getValue().isNull());
        return merged;
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode object)) {
            return patch;
        }
        return apply(target instanceof ObjectNode old ? old : object.objectNode(), object);
    }
}
