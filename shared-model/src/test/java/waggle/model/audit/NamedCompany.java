package waggle.model.audit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Sample;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

/** A company with tags, samples that refer to them, and the labels of its audit entries. Each write has a time of its own. */
final class NamedCompany {
    final Actor actor = LocalTable.someone();
    private final ManualClock clock = new ManualClock();
    private final LocalStore<AuditEntry> log = new LocalStore<>(AuditEntry.RESOURCE);
    private final DynamoDbClient client;
    private final LocalStore<Tag> tags;

    NamedCompany() {
        this(LocalTable.shared());
    }

    NamedCompany(DynamoDbClient client) {
        this.client = client;
        this.tags = new LocalStore<>(client, Tag.RESOURCE, clock);
    }

    void tick() {
        clock.move(Duration.ofMillis(1));
    }

    UUID tag(String label) {
        tick();
        return tags.create(actor, named(label)).uuid();
    }

    void rename(UUID tag, String label) {
        rename(client, tag, label);
    }

    void rename(DynamoDbClient by, UUID tag, String label) {
        tick();
        new LocalStore<>(by, Tag.RESOURCE, clock).change(actor, tag, before -> named(label));
    }

    void color(UUID tag) {
        tick();
        tags.change(
                actor,
                tag,
                before -> new Tag(before.label(), before.association(), "#" + colorOf(clock), "#000000", null));
    }

    private static String colorOf(ManualClock clock) {
        return "%06X".formatted(clock.millis() % 0x1000000);
    }

    void delete(UUID tag) {
        tick();
        tags.delete(actor, tag, Precondition.NONE);
    }

    UUID sample(String label, UUID... ofTags) {
        tick();
        return tags.of(Sample.RESOURCE).create(actor, sampled(label, ofTags)).uuid();
    }

    void change(UUID sample, String label, UUID... ofTags) {
        tick();
        tags.of(Sample.RESOURCE).change(actor, sample, before -> sampled(label, ofTags));
    }

    void remove(UUID sample) {
        tick();
        tags.of(Sample.RESOURCE).delete(actor, sample, Precondition.NONE);
    }

    /** Renames a tag, and gives it to a sample, in one unit of work. */
    void renameAndUse(UUID tag, String label, UUID sample) {
        tick();
        tags.writes().run(actor, write -> {
            write.change(Tag.RESOURCE, tag, before -> named(label));
            return write.change(Sample.RESOURCE, sample, before -> sampled(before.label(), tag));
        });
    }

    static Tag named(String label) {
        return new Tag(label, Association.DEAL, "#FFFFFF", "#000000", null);
    }

    private static Sample sampled(String label, UUID... ofTags) {
        return new Sample(label, null, List.of(ofTags), null, null);
    }

    /** The entries, the oldest first. */
    List<Entity<AuditEntry>> entries() {
        return log.all(actor).stream()
                .sorted(Comparator.comparing(Entity::createdAt))
                .toList();
    }

    /** The labels of each entry. */
    Map<Entity<AuditEntry>, Map<String, String>> labels(List<Entity<AuditEntry>> entries) {
        var labelled = log.store().label(actor, entries, NamedCompany::resource);
        return IntStream.range(0, entries.size())
                .boxed()
                .collect(Collectors.toMap(
                        entries::get, i -> texts(labelled.get(i).path("labels"))));
    }

    @SuppressWarnings("unchecked") // labels are texts
    private static Map<String, String> texts(Object labels) {
        return Json.mapper().convertValue(labels, Map.class);
    }

    /** What the entries of a record call it, the oldest first; a dash without a name. */
    List<String> names(UUID record) {
        var entries = entries().stream()
                .filter(entry -> entry.value().recordUuid().equals(record))
                .toList();
        var labels = labels(entries);
        return entries.stream()
                .map(entry -> labels.getOrDefault(entry, Map.of()).getOrDefault(record.toString(), "–"))
                .toList();
    }

    private static Optional<Resource<?>> resource(String name) {
        return name.equals(Sample.RESOURCE.name()) ? Optional.of(Sample.RESOURCE) : Catalogue.named(name);
    }
}
