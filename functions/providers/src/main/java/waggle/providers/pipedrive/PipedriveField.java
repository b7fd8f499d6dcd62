package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import waggle.model.crm.port.RemoteField;
import waggle.providers.call.Answer;

/**
 * A field of an account. The codes of custom fields differ between accounts.
 *
 * @param code 40 hexadecimal digits for a custom field
 * @param kind Pipedrive's type
 * @param isCustom whether the value stands among the custom fields of a record
 * @param isSearchable whether a search finds records by the value
 */
record PipedriveField(
        String code,
        String name,
        String kind,
        boolean isCustom,
        boolean isWritable,
        boolean isSearchable,
        List<String> options) {

    static PipedriveField of(PipedriveType type, JsonNode row) {
        var code = row.path("field_code").asText();
        var kind = row.path("field_type").asText();
        var isCustom = row.path("is_custom_field").asBoolean();
        // A value of several parts can be read, but not written in one text.
        var isWhole = row.path("subfields").isEmpty() && kind(kind) != RemoteField.Type.OTHER;
        return new PipedriveField(
                code,
                row.path("field_name").asText(),
                kind,
                isCustom,
                isCustom ? isWhole : type.writable().contains(code),
                isCustom ? kind(kind) == RemoteField.Type.TEXT : type.searched().containsKey(code),
                Answer.rows(row.path("options"))
                        .map(option -> option.path("id").asText())
                        .toList());
    }

    RemoteField remote() {
        return new RemoteField(
                code, name, kind(kind), isWritable, false, isSearchable, code.equals("stage_id"), options);
    }

    private static RemoteField.Type kind(String kind) {
        return switch (kind) {
            case "varchar", "varchar_auto", "text", "phone", "varchar_options" -> RemoteField.Type.TEXT;
            case "double", "int", "monetary", "user", "org", "people", "stage", "pipeline" -> RemoteField.Type.NUMBER;
            case "date" -> RemoteField.Type.DATE;
            case "enum" -> RemoteField.Type.OPTION;
            case "set" -> RemoteField.Type.OPTIONS;
            case "boolean" -> RemoteField.Type.BOOLEAN;
            default -> RemoteField.Type.OTHER;
        };
    }

    /** The value of a record as a text. */
    String read(JsonNode record) {
        return text(isCustom ? record.path("custom_fields").path(code) : record.path(code));
    }

    private String text(JsonNode value) {
        if (value.isArray()) {
            return isList() ? primary(value) : String.join(",", texts(value));
        }
        if (value.isObject()) {
            return text(value.has("value") ? value.path("value") : value.path("id"));
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isNull() ? "" : value.asText("");
    }

    private List<String> texts(JsonNode values) {
        return Answer.rows(values).map(this::text).toList();
    }

    /** Whether a person may have several of the field, of which one is the primary one. */
    boolean isList() {
        return !isCustom && (code.equals("emails") || code.equals("phones"));
    }

    private static String primary(JsonNode list) {
        return Answer.rows(list)
                .filter(row -> row.path("primary").asBoolean())
                .findFirst()
                .orElse(list.path(0))
                .path("value")
                .asText("");
    }

    /**
     * Puts a value into a record to write, in the field's type: Pipedrive refuses the text of a number.
     *
     * @param before the record as it is; its other addresses and numbers stay
     */
    void write(ObjectNode record, String text, JsonNode before) {
        var target = isCustom ? record.withObject("/custom_fields") : record;
        target.set(code, isList() ? list(text, before.path(code)) : value(text));
    }

    private JsonNode value(String text) {
        var nodes = JsonNodeFactory.instance;
        if (text.isBlank()) {
            return nodes.nullNode();
        }
        return switch (kind(kind)) {
            case NUMBER, OPTION -> number(text);
            case BOOLEAN -> nodes.booleanNode(text.equals("true"));
            case OPTIONS -> {
                var list = nodes.arrayNode();
                for (var option : text.split(",", -1)) {
                    list.add(number(option));
                }
                yield list;
            }
            default -> nodes.textNode(text);
        };
    }

    /** A text that is no number goes as it is, for Pipedrive to refuse. */
    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static JsonNode list(String text, JsonNode before) {
        var list = JsonNodeFactory.instance.arrayNode();
        if (!text.isBlank()) {
            list.addObject().put("value", text).put("primary", true).put("label", "work");
        }
        var replaced = primary(before);
        Answer.rows(before)
                .filter(row -> !row.path("value").asText().equals(replaced))
                .filter(row -> !row.path("value").asText().equals(text))
                .forEach(row -> list.add(((ObjectNode) row.deepCopy()).put("primary", false)));
        return list;
    }
}
