package waggle.acceptance.commissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The names in a worked example, with the uuids of the records that they stand for. */
final class ExampleNames {
    private final Map<String, String> uuids = new HashMap<>();

    void put(String name, String uuid) {
        uuids.put(name, uuid);
    }

    void putIfAbsent(String name, UnaryOperator<String> uuid) {
        uuids.computeIfAbsent(name, uuid);
    }

    /** The uuid of a name; a text that is no name stays as it is. */
    String uuid(String name) {
        return uuids.getOrDefault(name, name);
    }

    /** Puts uuids in the place of names. */
    JsonNode replaced(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.deepCopy().properties().forEach(field -> {
                if (field.getKey().endsWith("_uuid") && field.getValue().isTextual()) {
                    object.put(field.getKey(), uuid(field.getValue().asText()));
                } else if (field.getKey().endsWith("_uuids")) {
                    var replaced = object.putArray(field.getKey());
                    field.getValue().forEach(name -> replaced.add(uuid(name.asText())));
                } else {
                    replaced(object.path(field.getKey()));
                }
            });
        } else if (json instanceof ArrayNode array) {
            array.forEach(this::replaced);
        }
        return json;
    }
}
