package waggle.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import waggle.acceptance.exchange.ApiDocument;
import waggle.acceptance.samples.Tags;

/** Bodies of operations that no {@code Sample} has, made from their schemas: the required fields only. */
record SchemaBody(ApiDocument document) {
    /** The first of the words that a pattern allows. */
    private static final Pattern CHOICE = Pattern.compile("^\\^?(?:\\(\\?:|\\()?([a-z]+)\\|");

    ObjectNode of(String schema) {
        var pointer = document.followed(schema);
        var body = Tags.empty();
        document.at(pointer).path("required").forEach(name -> {
            var field = pointer + "/properties/" + ApiDocument.escaped(name.asText());
            body.set(name.asText(), value(field));
        });
        return body;
    }

    private JsonNode value(String schema) {
        var pointer = document.followed(schema);
        var node = document.at(pointer);
        var json = JsonNodeFactory.instance;
        if (node.has("enum")) {
            return node.at("/enum/0");
        }
        var choice = CHOICE.matcher(node.path("pattern").asText());
        if (choice.find()) {
            return json.textNode(choice.group(1));
        }
        if (node.has("anyOf")) {
            return value(pointer + "/anyOf/0");
        }
        var type = node.path("type").isArray() ? node.at("/type/0") : node.path("type");
        return switch (type.asText()) {
            case "string" -> json.textNode(text(node.path("format").asText()));
            case "integer", "number" -> json.numberNode(node.path("minimum").asInt(1));
            case "boolean" -> json.booleanNode(true);
            case "array" -> json.arrayNode().add(value(pointer + "/items"));
            default -> of(pointer);
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2026-01-01T00:00:00.000Z";
            case "date" -> "2026-01-01";
            case "email" -> "gold@buyer.example";
            default -> "Gold " + UUID.randomUUID().toString().replace("-", "");
        };
    }
}
