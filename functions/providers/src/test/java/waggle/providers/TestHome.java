package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.model.Uuids;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Steps;

/** Waggle's side in memory, for a synchronisation in one thread. */
final class TestHome implements Home, Steps {
    /** Ends a reconciliation in the middle, as the end of a process does. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final Map<UUID, LocalRecord> records = new LinkedHashMap<>();
    private final Map<UUID, Link> byRecord = new HashMap<>();
    private final Map<String, Link> byRemote = new HashMap<>();
    private final Map<String, Set<UUID>> byValue = new HashMap<>();
    private final List<String> fields;
    int stored;
    private int dies = -1;

    TestHome(List<String> fields) {
        this.fields = fields;
    }

    /** A record that is made now, as its identifier tells. */
    UUID add(Map<String, String> values, Instant now) {
        var uuid = Uuids.derived(new UUID(now.toEpochMilli() << Short.SIZE, 0), nextUuid());
        put(new LocalRecord(uuid, now, whole(Map.of(), values)));
        return uuid;
    }

    void edit(UUID uuid, Map<String, String> values, Instant now) {
        var before = Objects.requireNonNull(records.get(uuid));
        put(new LocalRecord(uuid, now, whole(before.fields(), values)));
    }

    void remove(UUID uuid) {
        var before = Objects.requireNonNull(records.remove(uuid));
        before.fields().forEach((name, value) -> having(name, value).remove(uuid));
    }

    private void put(LocalRecord record) {
        var before = records.put(record.uuid(), record);
        if (before != null) {
            before.fields().forEach((name, value) -> having(name, value).remove(before.uuid()));
        }
        record.fields().forEach((name, value) -> having(name, value).add(record.uuid()));
    }

    private Set<UUID> having(String name, String value) {
        return byValue.computeIfAbsent(name + "=" + value, key -> new LinkedHashSet<>());
    }

    private Map<String, String> whole(Map<String, String> before, Map<String, String> values) {
        return fields.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> values.getOrDefault(name, before.getOrDefault(name, ""))));
    }

    /** The process ends when it stores a step after this number of further ones. */
    void diesAfter(int steps) {
        dies = steps;
    }

    void lives() {
        dies = -1;
    }

    /** The identifiers of all linked records of the CRM. */
    List<String> remoteIds() {
        return List.copyOf(byRemote.keySet());
    }

    /** Loses the link of a record. */
    void forget(UUID record) {
        var link = Objects.requireNonNull(byRecord.remove(record));
        if (link.remoteId() != null) {
            byRemote.remove(link.remoteId());
        }
    }

    @Override
    public void store(Step step) {
        if (dies == 0) {
            throw new Killed();
        }
        dies--;
        stored++;
        var link = step.after();
        var before = step.before();
        if (before != null && before.remoteId() != null) {
            byRemote.remove(before.remoteId());
        }
        if (link.remoteId() != null) {
            var other = byRemote.put(link.remoteId(), link);
            assertThat(other == null || other.record() == null || other.record().equals(link.record()))
                    .as("two links of one remote record: %s and %s", other, link)
                    .isTrue();
        }
        var uuid = link.record();
        if (uuid == null) {
            return;
        }
        byRecord.put(uuid, link);
        if (step.change() != Step.Change.NONE) {
            var fields = Optional.ofNullable(records.get(uuid)).map(LocalRecord::fields);
            put(new LocalRecord(uuid, Instant.EPOCH, whole(fields.orElse(Map.of()), step.values())));
        }
    }

    @Override
    public Optional<Link> linkOf(UUID record) {
        return Optional.ofNullable(byRecord.get(record));
    }

    @Override
    public Optional<Link> linkOf(String remoteId) {
        return Optional.ofNullable(byRemote.get(remoteId));
    }

    @Override
    public Optional<LocalRecord> read(UUID record) {
        return Optional.ofNullable(records.get(record));
    }

    @Override
    public List<UUID> match(String field, String value) {
        return List.copyOf(having(field, value));
    }

    @Override
    public UUID nextUuid() {
        return Uuids.next();
    }
}
