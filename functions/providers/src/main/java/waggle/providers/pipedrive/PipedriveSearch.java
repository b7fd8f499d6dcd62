package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import waggle.model.crm.port.RemoteRecord;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/**
 * Finds records by a value. A search finds identifiers. The records are read and compared, since a search of custom fields looks
 * into all of them.
 */
record PipedriveSearch(PipedriveCrm crm, PipedriveType type, List<String> fields) {
    private static final int COST = 20;

    /** Searches surely find a record after this time. */
    private static final Duration LAG = Duration.ofHours(1);

    List<RemoteRecord> find(PipedriveField field, String value) {
        var asked = new ArrayList<>(fields);
        asked.add(field.code());
        return searched(asked, searchName(field), value).stream()
                .filter(record -> value.equalsIgnoreCase(record.fields().get(field.code())))
                .toList();
    }

    private String searchName(PipedriveField field) {
        return field.isCustom()
                ? "custom_fields"
                : Optional.ofNullable(type.searched().get(field.code()))
                        .orElseThrow(() -> PipedriveCrm.unusable("Pipedrive cannot search for " + field.code()
                                + "; a custom field, a name or an e-mail address can be searched for"));
    }

    private List<RemoteRecord> searched(List<String> asked, String searched, String value) {
        var query = Map.of("term", value, "fields", searched, "exact_match", "true", "limit", "10");
        var answer = crm.send(Call.get(type.path() + "/search", query).costing(COST));
        var ids = Answer.rows(answer.body().path("data").path("items"))
                .map(row -> row.path("item").path("id").asText())
                .toList();
        return ids.isEmpty() ? List.of() : crm.byId(type, "", asked, ids);
    }

    List<RemoteRecord> marked(String marker) {
        return searched(fields, "custom_fields", marker).stream()
                .filter(record -> marker.equals(record.marker()))
                .limit(1)
                .toList();
    }

    /** Searches trail, so the latest records are read too: those that were made since searches surely find all others. */
    List<RemoteRecord> claimed(String marker) {
        var found = marked(marker);
        return found.isEmpty() ? latest(marker) : found;
    }

    private List<RemoteRecord> latest(String marker) {
        var query = new TreeMap<>(Map.of("sort_by", "add_time", "sort_direction", "desc", "limit", "500"));
        var records = crm.records(type);
        JsonNode first = MissingNode.getInstance();
        while (true) {
            var answer = crm.send(Call.get(type.path(), query).costing(PipedriveCrm.LIST));
            var made = records.rows(answer, fields).stream()
                    .filter(record -> marker.equals(record.marker()))
                    .findFirst();
            var next = answer.body().path("additional_data").path("next_cursor").textValue();
            var rows = answer.body().path("data");
            first = first.isMissingNode() ? rows.path(0) : first;
            if (made.isPresent() || next == null || isOld(first, rows.path(rows.size() - 1))) {
                return made.stream().toList();
            }
            query.put("cursor", next);
        }
    }

    private static boolean isOld(JsonNode newest, JsonNode row) {
        var from = PipedriveRecords.time(newest.path("add_time").asText()).minus(LAG);
        return PipedriveRecords.time(row.path("add_time").asText()).isBefore(from);
    }
}
