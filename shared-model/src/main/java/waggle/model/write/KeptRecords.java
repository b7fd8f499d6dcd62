package waggle.model.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;
import waggle.model.store.RecordsBehind;
import waggle.model.table.ItemKey;
import waggle.model.write.Happening.Written;

/** The records of one attempt: each is read once, and has then what the attempt has written so far. */
final class KeptRecords implements RecordsBehind {
    private final Records stored;
    private final Map<ItemKey, Written<?>> written = new LinkedHashMap<>();
    private final Map<ItemKey, Optional<? extends Snapshot<?>>> read = new HashMap<>();
    private final Map<String, List<UUID>> collections = new HashMap<>();

    KeptRecords(Records stored) {
        this.stored = stored;
    }

    @Override
    public Records behind() {
        return stored;
    }

    @Override
    public <T> Optional<Entity<T>> find(Resource<T> resource, UUID uuid) {
        return snapshot(resource, uuid).map(Snapshot::entity);
    }

    @SuppressWarnings("unchecked") // a key belongs to one resource
    <T> Optional<Snapshot<T>> snapshot(Resource<T> resource, UUID uuid) {
        var key = resource.key(stored.company(), uuid);
        var pending = written.get(key);
        if (pending != null) {
            return ((Written<T>) pending).after();
        }
        var known = read.get(key);
        if (known == null) {
            known = stored.find(resource, uuid).map(Snapshot::of);
            read.put(key, known);
        }
        return (Optional<Snapshot<T>>) known;
    }

    /** The records that exist, in the order of their uuids; those that were not read before are read together. */
    @Override
    public <T> List<Entity<T>> find(Resource<T> resource, List<UUID> uuids) {
        var unread = uuids.stream()
                .filter(uuid -> !isKnown(resource.key(stored.company(), uuid)))
                .toList();
        if (!unread.isEmpty()) {
            var items = stored.items(resource, unread);
            var schema = resource.schema();
            unread.forEach(uuid -> read.put(
                    resource.key(stored.company(), uuid),
                    Optional.ofNullable(items.get(uuid)).map(schema::mapToItem).map(Snapshot::of)));
        }
        return uuids.stream().flatMap(uuid -> find(resource, uuid).stream()).toList();
    }

    private boolean isKnown(ItemKey key) {
        return written.containsKey(key) || read.containsKey(key);
    }

    @Override
    public <T> List<Entity<T>> all(Resource<T> resource) {
        var collection = resource.collection(stored.company());
        var uuids = new ArrayList<>(collections.computeIfAbsent(collection, unused -> read(resource)));
        written.forEach((key, write) -> {
            if (key.pk().equals(collection) && write.isCreation()) {
                uuids.add(write.uuid());
            }
        });
        return uuids.stream().flatMap(uuid -> find(resource, uuid).stream()).toList();
    }

    /** The records of a group with what the attempt has written so far. */
    @Override
    public <T> List<Entity<T>> group(Resource<T> resource, String field, UUID value) {
        var collection = resource.collection(stored.company());
        var uuids = new LinkedHashSet<>(collections.computeIfAbsent(
                collection + "#" + field + "#" + value,
                unused -> kept(resource, stored.group(resource, field, value))));
        written.forEach((key, write) -> {
            if (key.pk().equals(collection)) {
                uuids.add(write.uuid());
            }
        });
        return uuids.stream()
                .flatMap(uuid -> snapshot(resource, uuid).stream())
                .filter(found -> found.json().path(field).asText().equals(value.toString()))
                .map(Snapshot::entity)
                .toList();
    }

    private <T> List<UUID> read(Resource<T> resource) {
        return kept(resource, stored.all(resource));
    }

    private <T> List<UUID> kept(Resource<T> resource, List<Entity<T>> entities) {
        var uuids = new ArrayList<UUID>();
        for (var entity : entities) {
            read.putIfAbsent(resource.key(stored.company(), entity.uuid()), Optional.of(Snapshot.of(entity)));
            uuids.add(entity.uuid());
        }
        return uuids;
    }

    @Override
    public long count(Resource<?> resource) {
        var collection = resource.collection(stored.company());
        var added = written.entrySet().stream()
                .filter(write -> write.getKey().pk().equals(collection))
                .mapToInt(write ->
                        write.getValue().isCreation() ? 1 : write.getValue().isRemoval() ? -1 : 0)
                .sum();
        return stored.count(resource) + added;
    }

    /** Whether the unit looked for the record and there was none. */
    boolean isMissed(Resource<?> resource, UUID uuid) {
        return Optional.ofNullable(read.get(resource.key(stored.company(), uuid)))
                .filter(Optional::isEmpty)
                .isPresent();
    }

    boolean isWritten(Resource<?> resource, UUID uuid) {
        return written.containsKey(resource.key(stored.company(), uuid));
    }

    /** Keeps what is to be written. The first write of a record is new to the unit. */
    @SuppressWarnings("unchecked") // a key belongs to one resource
    <T> Optional<Written<T>> write(
            Resource<T> resource, UUID uuid, @Nullable Snapshot<T> before, @Nullable Snapshot<T> after) {
        var key = resource.key(stored.company(), uuid);
        var pending = (Written<T>) written.get(key);
        if (pending != null) {
            pending.become(after);
            return Optional.empty();
        }
        var first = new Written<>(resource, before, after);
        written.put(key, first);
        return Optional.of(first);
    }
}
