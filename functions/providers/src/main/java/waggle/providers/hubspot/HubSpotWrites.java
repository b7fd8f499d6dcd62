package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/** Writes records. */
record HubSpotWrites(HubSpotCrm crm, HubSpotCompany company) implements CrmWriter {

    /**
     * Creates by an upsert with Waggle's uuid, which a repetition cannot make twice. An upsert sets no associations, so a note is
     * created with them instead. Its uuid is a unique value, so a repetition is refused with the identifier of the first one.
     */
    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        return object.equals(HubSpotNotes.NOTES) ? note(marker, fields) : upserted(object, marker, fields);
    }

    private WrittenRecord note(UUID marker, Map<String, String> fields) {
        var body = Json.mapper().createObjectNode();
        properties(body, fields).put(HubSpotRecords.MARKER, marker.toString());
        body.set("associations", HubSpotNotes.associations(fields));
        var answer = crm.send(Call.post(HubSpotCrm.objects(HubSpotNotes.NOTES), body));
        return written(answer.body(), fields, answer);
    }

    private WrittenRecord upserted(String object, UUID marker, Map<String, String> fields) {
        var body = Json.mapper().createObjectNode();
        var input = body.putArray("inputs").addObject();
        input.put("id", marker.toString()).put("idProperty", HubSpotRecords.MARKER);
        input.put("objectWriteTraceId", marker.toString());
        properties(input, fields).put(HubSpotRecords.MARKER, marker.toString());
        var answer = crm.send(Call.post(HubSpotCrm.objects(object) + "/batch/upsert", body));
        var row = HubSpotCrm.rows(answer)
                .findFirst()
                .orElseThrow(
                        () -> HubSpotFailures.ofRow(answer.body().path("errors").path(0)));
        company.associate(object, row.path("id").asText(), fields);
        return written(row, fields, answer);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        company.associate(object, id, fields);
        var body = Json.mapper().createObjectNode();
        properties(body, fields);
        var answer = crm.send(Call.patch(HubSpotCrm.objects(object) + "/" + Call.encoded(id), body));
        return written(answer.body(), fields, answer);
    }

    @Override
    public void archive(String object, String id) {
        crm.send(Call.delete(HubSpotCrm.objects(object) + "/" + Call.encoded(id)));
    }

    private static boolean isAssociation(String field) {
        return HubSpotCompany.isOne(field) || HubSpotNotes.isParent(field);
    }

    private static ObjectNode properties(ObjectNode row, Map<String, String> fields) {
        var properties = row.putObject("properties");
        fields.forEach((name, value) -> {
            if (!isAssociation(name)) {
                properties.put(name, HubSpotNotes.written(name, value));
            }
        });
        return properties;
    }

    /** The record as HubSpot has stored it, with the associations that were set. */
    private static WrittenRecord written(JsonNode row, Map<String, String> fields, Answer answer) {
        var requestId = answer.header("X-HubSpot-Correlation-Id").orElse(null);
        var values = new LinkedHashMap<>(fields);
        values.keySet().removeIf(name -> !isAssociation(name));
        var others = new LinkedHashMap<>(fields);
        others.keySet().removeAll(values.keySet());
        var stored = HubSpotRecords.read(row, others.keySet());
        values.putAll(stored.fields());
        return new WrittenRecord(
                new RemoteRecord(stored.id(), stored.modifiedAt(), false, null, stored.marker(), values), requestId);
    }
}
