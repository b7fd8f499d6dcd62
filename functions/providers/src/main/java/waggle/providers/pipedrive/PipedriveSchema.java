package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemoteStage;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/** Fields, stages and owners of an account. Fields are read once: every read and write of a record needs them. */
final class PipedriveSchema {
    /** Name of the field that holds the uuid of Waggle's record. Its code is the account's own. */
    private static final String MARKER = "Waggle ID";

    private static final int LIST = 10;
    private static final int USERS = 20;

    private final PipedriveCrm crm;
    private final Map<PipedriveType, Map<String, PipedriveField>> known = new HashMap<>();

    PipedriveSchema(PipedriveCrm crm) {
        this.crm = crm;
    }

    synchronized Map<String, PipedriveField> fields(PipedriveType type) {
        return known.computeIfAbsent(type, this::read);
    }

    private Map<String, PipedriveField> read(PipedriveType type) {
        var fields = new LinkedHashMap<String, PipedriveField>();
        list(type.fields()).forEach(row -> {
            var field = PipedriveField.of(type, row);
            fields.put(field.code(), field);
        });
        return fields;
    }

    private List<JsonNode> list(String path) {
        var rows = new ArrayList<JsonNode>();
        var query = new TreeMap<>(Map.of("limit", "500"));
        while (true) {
            var answer = crm.send(Call.get(path, query).costing(LIST));
            Answer.rows(answer.body().path("data")).forEach(rows::add);
            var next = answer.body().path("additional_data").path("next_cursor").textValue();
            if (next == null || next.equals(query.put("cursor", next))) {
                return rows;
            }
        }
    }

    /** The field with Waggle's uuid; an account without one gets it. Of several, the first one counts. */
    synchronized PipedriveField marker(PipedriveType type) {
        var found = fields(type).values().stream()
                .filter(field -> field.isCustom() && field.name().equals(MARKER))
                .findFirst();
        return found.orElseGet(() -> {
            var field = Json.mapper().createObjectNode().put("field_name", MARKER);
            crm.send(
                    Call.post(type.fields(), field.put("field_type", "varchar")).costing(LIST));
            known.remove(type);
            return fields(type).values().stream()
                    .filter(made -> made.isCustom() && made.name().equals(MARKER))
                    .findFirst()
                    .orElseThrow(() -> PipedriveCrm.unusable("Pipedrive did not keep the field " + MARKER));
        });
    }

    synchronized RemoteObject describe(PipedriveType type, String object) {
        known.remove(type);
        return new RemoteObject(
                object,
                fields(type).values().stream().map(PipedriveField::remote).toList());
    }

    /** A stage of Pipedrive is open: whether a deal is won or lost is told by its status. */
    List<RemoteStage> stages() {
        var pipelines = list("/api/v2/pipelines").stream()
                .collect(Collectors.toMap(
                        row -> row.path("id").asText(), row -> row.path("name").asText(), (one, other) -> one));
        return list("/api/v2/stages").stream()
                .map(row -> new RemoteStage(
                        row.path("id").asText(),
                        row.path("name").asText(),
                        pipelines.getOrDefault(row.path("pipeline_id").asText(), ""),
                        RemoteStage.Outcome.OPEN))
                .toList();
    }

    List<RemoteOwner> owners() {
        var answer = crm.send(Call.get("/api/v1/users", Map.of()).costing(USERS));
        return Answer.rows(answer.body().path("data"))
                .map(row -> new RemoteOwner(
                        row.path("id").asText(),
                        row.path("email").asText("").toLowerCase(Locale.ROOT),
                        row.path("active_flag").asBoolean()))
                .toList();
    }
}
