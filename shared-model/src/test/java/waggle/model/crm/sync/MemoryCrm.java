package waggle.model.crm.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;

/** A CRM in memory with the faults of crowded ones. */
final class MemoryCrm implements PlainCrm {
    static final String REFUSED = "refused";

    final Map<String, RemoteRecord> records = new LinkedHashMap<>();
    int writes;
    int creations;

    /** Whether the reply to the next write is lost after the write. */
    BooleanSupplier losesReply = () -> false;

    /** Whether the next write fails before it is made. */
    BooleanSupplier fails = () -> false;

    /** Whether looks for a record are refused, as they are while the property of a match field is archived. */
    boolean refusesLooks;

    /** What an automation makes of the fields of a written record. */
    UnaryOperator<Map<String, String>> automation = fields -> fields;

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private int ids;

    void at(Instant time) {
        now = time;
    }

    String add(Map<String, String> fields) {
        var id = Integer.toString(++ids);
        records.put(id, RemoteRecord.of(id, now, fields));
        return id;
    }

    void edit(String id, String field, String value) {
        var before = known(id);
        var fields = new HashMap<>(before.fields());
        fields.put(field, value);
        records.put(id, new RemoteRecord(id, now, false, null, before.marker(), fields));
    }

    void delete(String id) {
        records.computeIfPresent(id, (key, record) -> record.asDeleted());
    }

    void merge(String loser, String winner) {
        var before = known(loser);
        records.put(loser, new RemoteRecord(loser, now, true, winner, before.marker(), before.fields()));
    }

    RemoteRecord known(String id) {
        return Objects.requireNonNull(records.get(id));
    }

    List<RemoteRecord> live() {
        return records.values().stream().filter(record -> !record.deleted()).toList();
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        var made = marked(object, List.of(), marker);
        return write(
                fields,
                () -> {
                    if (made.isEmpty()) {
                        creations++;
                    }
                    return made.isEmpty()
                            ? Integer.toString(++ids)
                            : made.getFirst().id();
                },
                marker.toString());
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        var before = records.get(id);
        if (before == null || before.deleted()) {
            throw new CrmFailure(Kind.GONE, "The record is deleted", Details.NONE);
        }
        return write(fields, () -> id, before.marker());
    }

    private WrittenRecord write(Map<String, String> fields, Supplier<String> id, @Nullable String marker) {
        if (fields.containsValue(REFUSED)) {
            throw new CrmFailure(
                    Kind.FIX,
                    "Property values were not valid",
                    new Details("VALIDATION_ERROR", "name", "r-1", null, null));
        }
        if (fails.getAsBoolean()) {
            throw new CrmFailure(Kind.RETRY, "Internal error", Details.NONE);
        }
        writes++;
        var key = id.get();
        var merged = new HashMap<>(records.containsKey(key) ? known(key).fields() : blank());
        merged.putAll(fields);
        var record = new RemoteRecord(key, now, false, null, marker, automation.apply(merged));
        records.put(key, record);
        if (losesReply.getAsBoolean()) {
            throw new CrmFailure(Kind.RETRY, "The reply was lost", Details.NONE);
        }
        return new WrittenRecord(record, "r-" + writes);
    }

    private static Map<String, String> blank() {
        return Map.of("name", "", "domain", "", "phone", "", "score", "");
    }

    @Override
    public void archive(String object, String id) {
        writes++;
        delete(id);
    }

    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        return ids.stream().filter(records::containsKey).map(records::get).toList();
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        requireProperty();
        return live().stream()
                .filter(record -> record.fields().getOrDefault(field, "").equalsIgnoreCase(value))
                .toList();
    }

    private void requireProperty() {
        if (refusesLooks) {
            throw new CrmFailure(
                    Kind.FIX,
                    "Property domain does not exist",
                    new Details("VALIDATION_ERROR", "domain", null, null, null));
        }
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        return live().stream()
                .filter(record -> marker.toString().equals(record.marker()))
                .toList();
    }

    @Override
    public RemotePage changed(Changes changes) {
        return new RemotePage(new ArrayList<>(records.values()), null);
    }
}
