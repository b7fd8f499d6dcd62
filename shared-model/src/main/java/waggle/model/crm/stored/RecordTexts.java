package waggle.model.crm.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Form;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.json.Json;
import waggle.model.records.Entity;

/** The values of a record as texts, and texts as values. */
record RecordTexts(SyncedResource resource) {

    LocalRecord read(Entity<?> entity) {
        var json = Json.tree(entity.value());
        var texts = resource.fields().stream()
                .collect(Collectors.toMap(
                        field -> field,
                        field -> field.equals(SyncedResource.FULL_NAME) ? fullName(json) : text(json.path(field))));
        return new LocalRecord(entity.uuid(), entity.updatedAt(), texts);
    }

    private static String fullName(JsonNode lead) {
        var name = (text(lead.path("first_name")) + " " + text(lead.path("last_name"))).strip();
        return Stream.of(name, text(lead.path("company_name")), text(lead.path("email")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** The values as a merge patch; {@code ""} becomes null. */
    ObjectNode patch(Map<String, String> texts) {
        var patch = Json.mapper().createObjectNode();
        texts.forEach((field, text) -> {
            if (text.isBlank()) {
                patch.putNull(field);
            } else {
                put(patch, field, text.strip());
            }
        });
        return patch;
    }

    /** The values of a new record. */
    ObjectNode created(Map<String, String> texts) {
        var json = patch(texts);
        resource.initial().forEach((field, text) -> {
            if (!json.hasNonNull(field)) {
                json.put(field, text);
            }
        });
        return json;
    }

    private void put(ObjectNode patch, String field, String text) {
        if (resource.form(field).filter(Form.NUMBER::equals).isEmpty()) {
            patch.put(field, text);
            return;
        }
        try {
            patch.put(field, new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            // The shape refuses it.
            patch.put(field, text);
        }
    }
}
