package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;
import waggle.providers.call.Html;

/**
 * Notes, which have version 1 only (Pipedrive API reference, "Notes"). They have no custom fields and no search, so the last line of
 * a note names the note of Waggle. Before a note is created, the notes since the day before the creation of Waggle's are read.
 */
final class PipedriveNotes {
    static final String NOTES = "notes";
    private static final String PATH = "/api/v1/notes";
    private static final String CONTENT = "content";
    private static final List<String> PARENTS = List.of("org_id", "person_id", "deal_id");
    private static final int LIST = 20;
    private static final int ONE = 2;
    private static final int WRITE = 10;
    private static final int DELETE = 6;
    private static final int PAGE = 100;

    /** A uuid of version 7 begins with the milliseconds of its creation (RFC 9562, section 5.7). */
    private static final int BITS_BESIDE_TIME = 16;

    /** The clock of Pipedrive may be behind, and the days may be those of the account's time zone. */
    private static final int DAYS_BEFORE = 1;

    private static final Pattern SIGNED = Pattern.compile("(?s)(.*?)(?:<br ?/?>)*\\(Waggle ([0-9a-f-]{36})\\)\\s*");

    private final PipedriveCrm crm;

    PipedriveNotes(PipedriveCrm crm) {
        this.crm = crm;
    }

    static boolean are(String object) {
        return object.equals(NOTES);
    }

    static RemoteObject describe() {
        var parents = PARENTS.stream().map(name -> field(name, RemoteField.Type.NUMBER));
        return new RemoteObject(
                NOTES,
                Stream.concat(Stream.of(field(CONTENT, RemoteField.Type.TEXT)), parents)
                        .toList());
    }

    private static RemoteField field(String name, RemoteField.Type type) {
        return new RemoteField(name, name, type, true, false, false, false, List.of());
    }

    List<RemoteRecord> read(List<String> fields, List<String> ids) {
        return ids.stream()
                .filter(PipedriveCrm::isId)
                .flatMap(id -> row(id).stream())
                .map(row -> read(row, fields))
                .toList();
    }

    private Optional<JsonNode> row(String id) {
        try {
            return Optional.of(
                    crm.send(Call.get(path(id), Map.of()).costing(ONE)).body().path("data"));
        } catch (CrmFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static String path(String id) {
        return PATH + "/" + Call.encoded(id);
    }

    /** The notes that were made for some of Waggle's: none is older than the oldest of these. */
    List<RemoteRecord> markedAmong(List<String> fields, List<UUID> markers) {
        var oldest = markers.stream()
                .min(Comparator.comparing(UUID::toString))
                .map(PipedriveNotes::created)
                .orElseThrow();
        var query = new TreeMap<>(Map.of("limit", Integer.toString(PAGE)));
        var day = oldest.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_BEFORE);
        query.put("start_date", day.toString());
        var found = new LinkedHashMap<String, RemoteRecord>();
        for (var start = "0"; start != null; ) {
            query.put("start", start);
            var body = crm.send(Call.get(PATH, query).costing(LIST)).body();
            Answer.rows(body.path("data"))
                    .map(row -> read(row, fields))
                    .filter(note -> !note.deleted() && isOneOf(markers, note.marker()))
                    .forEach(note -> found.put(String.valueOf(note.marker()), note));
            start = next(body.path("additional_data").path("pagination"), start);
        }
        return List.copyOf(found.values());
    }

    private static Instant created(UUID uuid) {
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> BITS_BESIDE_TIME);
    }

    private static boolean isOneOf(List<UUID> markers, @Nullable String marker) {
        return markers.stream().anyMatch(uuid -> uuid.toString().equals(marker));
    }

    private static @Nullable String next(JsonNode pagination, String start) {
        var next = pagination.path("next_start").asText();
        return pagination.path("more_items_in_collection").asBoolean() && !next.equals(start) ? next : null;
    }

    WrittenRecord create(UUID marker, Map<String, String> fields) {
        return written(crm.send(Call.post(PATH, body(fields, marker.toString())).costing(WRITE)), fields);
    }

    WrittenRecord update(String id, Map<String, String> fields) {
        var marker = row(id).map(row -> read(row, fields.keySet()).marker()).orElse(null);
        return written(crm.send(Call.put(path(id), body(fields, marker)).costing(WRITE)), fields);
    }

    void archive(String id) {
        crm.send(Call.delete(path(id)).costing(DELETE));
    }

    private static JsonNode body(Map<String, String> fields, @Nullable String marker) {
        var nodes = JsonNodeFactory.instance;
        var body = nodes.objectNode();
        fields.forEach((name, value) -> {
            if (name.equals(CONTENT)) {
                body.put(name, Html.of(value) + (marker == null ? "" : "<br><br>(Waggle " + marker + ")"));
            } else {
                body.set(name, PipedriveCrm.isId(value) ? nodes.numberNode(Long.parseLong(value)) : nodes.nullNode());
            }
        });
        return body;
    }

    private static WrittenRecord written(Answer answer, Map<String, String> fields) {
        return new WrittenRecord(read(answer.body().path("data"), fields.keySet()), null);
    }

    private static RemoteRecord read(JsonNode row, Collection<String> wanted) {
        var content = row.path(CONTENT).asText("");
        var signed = SIGNED.matcher(content);
        var isSigned = signed.matches();
        var values = new LinkedHashMap<String, String>();
        for (var name : wanted) {
            if (name.equals(CONTENT)) {
                values.put(name, Html.text(isSigned ? signed.group(1) : content));
            } else if (PARENTS.contains(name)) {
                values.put(name, row.path(name).isNull() ? "" : row.path(name).asText(""));
            }
        }
        return new RemoteRecord(
                row.path("id").asText(),
                PipedriveRecords.time(row.path("update_time").asText()),
                !row.path("active_flag").asBoolean(true),
                null,
                isSigned ? signed.group(2) : null,
                values);
    }
}
