package waggle.model.crm.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.crm.merge.LocalRecord;

/** Waggle's side in memory. */
final class MemoryHome implements Home, Steps {
    /** Ends a reconciliation in the middle, as the end of a process does. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final Map<UUID, LocalRecord> records = new LinkedHashMap<>();
    final List<Link> links = new ArrayList<>();
    final List<LogRow> log = new ArrayList<>();
    int stored;

    /** Whether the process ends before the next step is stored. */
    BooleanSupplier dies = () -> false;

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private long uuids;

    void at(Instant time) {
        now = time;
    }

    UUID add(Map<String, String> fields) {
        var uuid = nextUuid();
        records.put(uuid, new LocalRecord(uuid, now, fields));
        return uuid;
    }

    void edit(UUID uuid, Map<String, String> values) {
        var fields = new HashMap<>(known(uuid).fields());
        fields.putAll(values);
        records.put(uuid, new LocalRecord(uuid, now, fields));
    }

    LocalRecord known(UUID uuid) {
        return Objects.requireNonNull(records.get(uuid));
    }

    @Override
    public void store(Step step) {
        if (dies.getAsBoolean()) {
            throw new Killed();
        }
        if (step.values().containsValue(MemoryCrm.REFUSED)) {
            throw new WaggleException(ErrorCode.INVALID_REQUEST, "phone must be a number");
        }
        var after = step.after();
        links.removeIf(link -> Objects.equals(link, step.before())
                || (after.record() != null && after.record().equals(link.record()) && link.remoteId() == null)
                || (after.remoteId() != null && after.remoteId().equals(link.remoteId()) && link.record() == null));
        if (links.stream().anyMatch(link -> isTaken(link, after))) {
            throw new IllegalStateException("Two links of one record: " + after + " in " + links);
        }
        links.add(after);
        switch (step.change()) {
            case NONE -> {}
            case CREATE ->
                records.put(
                        Objects.requireNonNull(after.record()),
                        new LocalRecord(after.record(), now, blanksWith(step.values())));
            case UPDATE -> edit(Objects.requireNonNull(after.record()), step.values());
        }
        stored++;
        log.addAll(step.log());
    }

    private static boolean isTaken(Link link, Link after) {
        return (after.record() != null && after.record().equals(link.record()))
                || (after.remoteId() != null && after.remoteId().equals(link.remoteId()));
    }

    static Map<String, String> blanksWith(Map<String, String> values) {
        var fields = new HashMap<>(Map.of("name", "", "domain", "", "phone", "", "score", ""));
        fields.putAll(values);
        return fields;
    }

    @Override
    public Optional<Link> linkOf(UUID record) {
        return links.stream().filter(link -> record.equals(link.record())).findFirst();
    }

    @Override
    public Optional<Link> linkOf(String remoteId) {
        return links.stream().filter(link -> remoteId.equals(link.remoteId())).findFirst();
    }

    @Override
    public Optional<LocalRecord> read(UUID record) {
        return Optional.ofNullable(records.get(record));
    }

    @Override
    public List<UUID> match(String field, String value) {
        return records.values().stream()
                .filter(record -> record.fields().getOrDefault(field, "").equalsIgnoreCase(value))
                .map(LocalRecord::uuid)
                .toList();
    }

    @Override
    public UUID nextUuid() {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + ++uuids);
    }
}
