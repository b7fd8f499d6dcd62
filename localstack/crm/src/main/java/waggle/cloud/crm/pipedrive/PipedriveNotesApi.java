package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The calls of version 1 that read and write notes. Each belongs to an organization, a person or a deal. */
record PipedriveNotesApi(PipedriveAccount account) {
    static final String NOTES = "notes";
    private static final String CONTENT = "content";
    private static final int MOST = 500;
    private static final Map<String, String> PARENTS =
            Map.of("org_id", "organizations", "person_id", "persons", "deal_id", "deals");

    Reply reply(Request request, @Nullable String id) {
        if (id == null) {
            return switch (request.method()) {
                case "GET" -> list(request);
                case "POST" -> created(request.json());
                default -> PipedriveReply.missing();
            };
        }
        var found = account.found(NOTES, id).filter(record -> !record.deleted());
        if (found.isEmpty()) {
            return PipedriveReply.missing();
        }
        return switch (request.method()) {
            case "GET" -> PipedriveReply.data(200, json(found.get()));
            case "PUT" -> updated(found.get(), request.json());
            case "DELETE" -> {
                account.delete(NOTES, id);
                yield PipedriveReply.data(
                        200, PipedriveReply.node().put("id", found.get().number()));
            }
            default -> PipedriveReply.missing();
        };
    }

    private Reply list(Request request) {
        var limit = Math.min(MOST, Integer.parseInt(request.parameter("limit", "100")));
        var start = Integer.parseInt(request.parameter("start", "0"));
        var from = request.parameter("start_date", "");
        var rows = account.live(NOTES)
                .filter(note -> note.createdAt().toString().compareTo(from) >= 0)
                .skip(start)
                .limit(limit + 1L)
                .toList();
        var body = PipedriveReply.node().put("success", true);
        body.putArray("data").addAll(rows.stream().limit(limit).map(this::json).toList());
        var more = rows.size() > limit;
        var pagination = body.putObject("additional_data").putObject("pagination");
        pagination.put("start", start).put("limit", limit).put("more_items_in_collection", more);
        if (more) {
            pagination.put("next_start", start + limit);
        }
        return Reply.json(200, body);
    }

    private Reply created(JsonNode body) {
        var isOfRecord = PARENTS.keySet().stream().anyMatch(body::hasNonNull);
        if (!isOfRecord || body.path(CONTENT).asText("").isBlank()) {
            return PipedriveReply.invalid(CONTENT, "content and a record are required");
        }
        return refused(body).orElseGet(() -> PipedriveReply.data(201, json(account.create(NOTES, values(body)))));
    }

    private Reply updated(FakeRecord before, JsonNode body) {
        return refused(body)
                .orElseGet(() -> PipedriveReply.data(200, json(account.update(NOTES, before, values(body)))));
    }

    /** Records that do not exist, and ids that are no numbers. */
    private Optional<Reply> refused(JsonNode body) {
        if (account.isRefused(values(body))) {
            return Optional.of(PipedriveReply.error(400, "ERR_VALIDATION", "A rule refuses the values"));
        }
        return PARENTS.entrySet().stream()
                .filter(parent -> body.hasNonNull(parent.getKey()))
                .filter(parent -> !body.path(parent.getKey()).isNumber()
                        || account.found(
                                        parent.getValue(),
                                        body.path(parent.getKey()).asText())
                                .filter(record -> !record.deleted())
                                .isEmpty())
                .findFirst()
                .map(parent -> PipedriveReply.invalid(parent.getKey(), "is not valid"));
    }

    private static Map<String, String> values(JsonNode body) {
        var values = new LinkedHashMap<String, String>();
        for (var name : List.of(CONTENT, "org_id", "person_id", "deal_id")) {
            if (body.has(name)) {
                values.put(name, body.path(name).isNull() ? "" : body.path(name).asText());
            }
        }
        return values;
    }

    private ObjectNode json(FakeRecord note) {
        var json = PipedriveReply.node().put("id", note.number()).put(CONTENT, note.value(CONTENT));
        PARENTS.keySet().forEach(name -> {
            if (note.value(name).isEmpty()) {
                json.putNull(name);
            } else {
                json.put(name, Long.parseLong(note.value(name)));
            }
        });
        json.put("add_time", time(note.createdAt().toString()));
        json.put("update_time", time(note.updatedAt().toString()));
        return json.put("active_flag", !note.deleted());
    }

    private static String time(String text) {
        return text.replace('T', ' ').replace("Z", "");
    }
}
