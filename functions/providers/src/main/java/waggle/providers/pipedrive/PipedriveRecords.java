package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Refusal;

/**
 * Reads records from Pipedrive's JSON.
 *
 * @param fields of the account
 * @param marker the field with Waggle's uuid
 */
record PipedriveRecords(Map<String, PipedriveField> fields, PipedriveField marker) {

    /** A field that the account does not have stays absent; one without a value is blank, even if the reply leaves it out. */
    RemoteRecord read(JsonNode row, Collection<String> wanted) {
        var values = new LinkedHashMap<String, String>();
        for (var name : wanted) {
            var field = fields.get(name);
            if (field != null) {
                values.put(name, field.read(row));
            }
        }
        var marked = marker.read(row);
        return new RemoteRecord(
                row.path("id").asText(),
                time(row.path("update_time").asText()),
                row.path("is_deleted").asBoolean(),
                null,
                marked.isEmpty() ? null : marked,
                values);
    }

    /** The body of a write. A field that the account does not have goes as a text, for Pipedrive to refuse it and to name it. */
    ObjectNode body(Map<String, String> values, JsonNode before) {
        var body = Json.mapper().createObjectNode();
        values.forEach((name, value) -> {
            var field = fields.get(name);
            if (field == null) {
                body.put(name, value);
            } else {
                field.write(body, value, before);
            }
        });
        return body;
    }

    List<RemoteRecord> rows(Answer answer, Collection<String> wanted) {
        return Answer.rows(answer.body().path("data"))
                .map(row -> read(row, wanted))
                .toList();
    }

    /** Version 1 has a space and no offset: the time is in UTC. */
    static Instant time(String text) {
        return Refusal.time(text, given -> OffsetDateTime.parse(given.replace(' ', 'T') + (isLocal(given) ? "Z" : ""))
                .toInstant());
    }

    private static boolean isLocal(String text) {
        return text.indexOf(' ') > 0;
    }
}
