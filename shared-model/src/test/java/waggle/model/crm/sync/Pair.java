package waggle.model.crm.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.CrmWriter;

/** A company of Waggle and an account of a CRM, both in memory, with a mapping of four fields. */
final class Pair {
    static final List<FieldRule> RULES = List.of(
            FieldRule.of("name", "name", Form.TEXT),
            FieldRule.of("domain", "domain", Form.NAME),
            FieldRule.of("phone", "phone", Form.TEXT),
            FieldRule.of("score", "score", Form.NUMBER).scaled(2));

    final MemoryCrm crm = new MemoryCrm();
    final MemoryHome home = new MemoryHome();
    ObjectMapping mapping =
            new ObjectMapping("companies", RULES, List.of("domain"), Direction.BOTH, ObjectMapping.OnDelete.UNLINK);
    boolean released = true;
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    /** A minute passes on both sides. */
    void later() {
        now = now.plusSeconds(60);
        crm.at(now);
        home.at(now);
    }

    /** Changes which side creates missing records. */
    void creating(Direction side) {
        mapping = new ObjectMapping(mapping.object(), mapping.fields(), mapping.matches(), side, mapping.onDelete());
    }

    Outcome signal(UUID record) {
        return reconciler(crm, home).reconcile(new Signal.OfRecord(record));
    }

    Outcome signal(String remote) {
        return reconciler(crm, home).reconcile(new Signal.OfRemote(remote));
    }

    Reconciler reconciler(CrmWriter writer, Steps steps) {
        return new Reconciler(mapping, crm, home, new Writers(writer, steps), () -> released);
    }

    Stream<Signal> signals() {
        var local = Stream.concat(
                        home.records.keySet().stream(), home.links.stream().map(Link::record))
                .filter(uuid -> uuid != null)
                .distinct()
                .<Signal>map(Signal.OfRecord::new);
        return Stream.concat(local, crm.records.keySet().stream().<Signal>map(Signal.OfRemote::new)).toList().stream();
    }

    static Map<String, String> company(String name, String domain) {
        return MemoryHome.blanksWith(Map.of("name", name, "domain", domain));
    }

    String local(UUID uuid, String field) {
        return Objects.requireNonNull(home.known(uuid).fields().get(field));
    }

    String remote(String id, String field) {
        return Objects.requireNonNull(crm.known(id).fields().get(field));
    }

    /** A record of Waggle that is linked to the record 1 of the CRM. */
    UUID linked() {
        var uuid = home.add(company("Acme", "acme.example"));
        assertThat(signal(uuid)).isEqualTo(Outcome.WRITTEN);
        assertNothingMore(uuid);
        return uuid;
    }

    /** The problem of the first link. */
    Problem problem() {
        return Objects.requireNonNull(home.links.getFirst().problem());
    }

    /** Looks at all records, and expects no write on either side. */
    void assertNothingMore(UUID uuid) {
        var writes = crm.writes;
        var stored = home.stored;
        signal(uuid);
        crm.records.keySet().stream().toList().forEach(this::signal);
        assertThat(crm.writes).as("writes to the CRM").isEqualTo(writes);
        assertThat(home.stored).as("steps in Waggle").isEqualTo(stored);
    }
}
