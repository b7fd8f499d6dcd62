package waggle.acceptance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The value of a parameter's or header's text (OpenAPI, "Style Values": simple, and form without exploding). */
final class WrittenValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    /** A comma that no backslash takes into a value. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([,\\\\])");

    private WrittenValue() {}

    /** The text itself if it does not match the type of its schema, so that the schema refuses it. */
    static JsonNode of(String text, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> {
                var values = JSON.arrayNode();
                for (var value : COMMA.split(text, -1)) {
                    values.add(of(ESCAPED.matcher(value).replaceAll("$1"), schema.path("items")));
                }
                yield values;
            }
            case "integer", "number" -> NUMBER.matcher(text).matches() ? number(text) : JSON.textNode(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(Boolean.parseBoolean(text))
                        : JSON.textNode(text);
            default -> JSON.textNode(text);
        };
    }

    private static JsonNode number(String text) {
        return text.contains(".") ? JSON.numberNode(new BigDecimal(text)) : JSON.numberNode(new BigInteger(text));
    }
}
