package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import waggle.acceptance.client.Api;

/** Creates the records that a {@link Sample} refers to: one of each kind for a client, on first use. */
public final class Related {
    private static final Pattern PLACEHOLDER = Pattern.compile("<(\\w+)>");

    /** By client and placeholder. */
    private static final Map<Map.Entry<Api, String>, String> MADE = new ConcurrentHashMap<>();

    private Related() {}

    /** The body with uuids instead of placeholders. */
    public static ObjectNode in(Api api, ObjectNode written) {
        var filled = written.deepCopy();
        filled.properties().forEach(field -> field.setValue(fill(api, field.getValue())));
        return filled;
    }

    private static JsonNode fill(Api api, JsonNode value) {
        if (value instanceof ArrayNode elements) {
            var filled = elements.arrayNode();
            elements.forEach(element -> filled.add(fill(api, element)));
            return filled;
        }
        if (value instanceof ObjectNode fields) {
            return in(api, fields);
        }
        var placeholder = PLACEHOLDER.matcher(value.asText());
        return value.isTextual() && placeholder.matches() ? TextNode.valueOf(uuid(api, placeholder.group(1))) : value;
    }

    private static String uuid(Api api, String name) {
        var key = Map.entry(api, name);
        var made = MADE.get(key);
        if (made == null) {
            made = Samples.named(name).create(api).required("uuid").asText();
            MADE.put(key, made);
        }
        return made;
    }
}
