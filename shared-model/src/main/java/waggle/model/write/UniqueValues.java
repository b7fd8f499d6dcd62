package waggle.model.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.WaggleException;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Unique;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;
import waggle.model.write.Happening.Written;

/**
 * The items that keep declared texts unique: one for each text, with the uuid of the record that claimed it and the version
 * of that claim. A record that takes another text leaves the item of the text before (README, "Unique texts").
 */
final class UniqueValues {
    static final String OWNER = "owner";
    static final String VERSION = "version";

    private final Write unit;
    private final Records stored;
    /** The texts that records give up in this unit of work, with these records. */
    private final Map<ItemKey, UUID> released = new HashMap<>();

    /** The texts that records of this unit of work claim, with these records. */
    private final Map<ItemKey, UUID> claimed = new HashMap<>();

    private final List<Runnable> claims = new ArrayList<>();

    /** @param stored the records without the writes of the unit */
    UniqueValues(Write unit, Records stored) {
        this.unit = unit;
        this.stored = stored;
    }

    /** Releases the texts that only the old value has, and notes those that only the new one has. */
    <T> void exchange(Written<T> written) {
        var resource = written.resource();
        var old = texts(resource, written.before());
        var wanted = texts(resource, written.after());
        // Texts that differ in case only are the same and keep their item.
        old.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(key -> {
            released.put(key, written.uuid());
            if (written.isRemoval()) {
                unit.transaction().delete(key);
            }
        });
        written.after()
                .ifPresent(after -> wanted.forEach((key, text) -> {
                    if (!old.containsKey(key)) {
                        claims.add(() -> claim(resource, key, text, after.entity()));
                    }
                }));
    }

    /** Claims the texts that were noted; those that another record of the unit releases as well. */
    void claim() {
        claims.forEach(Runnable::run);
    }

    private <T> void claim(Resource<T> resource, ItemKey key, Unique.Text text, Entity<T> owner) {
        var first = claimed.putIfAbsent(key, owner.uuid());
        if (first != null) {
            throw taken(resource, text, first);
        }
        var item = key.attributes();
        item.put(OWNER, uuid(owner.uuid()));
        item.put(VERSION, AttributeValue.fromN(Long.toString(owner.version())));
        unit.transaction()
                .put(item, stored -> refusal(resource, text, stored))
                .requireAbsentOr(OWNER, uuid(released.getOrDefault(key, owner.uuid())));
    }

    private <T> Optional<RuntimeException> refusal(
            Resource<T> resource, Unique.Text text, Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isLeft(stored, resource, item) ? new LeftText(item) : taken(resource, text, owner(item)));
    }

    private static WaggleException taken(Resource<?> resource, Unique.Text text, UUID owner) {
        return WaggleException.conflict(
                "The %s \"%s\" is taken by %s %s".formatted(text.name(), text.written(), resource.noun(), owner));
    }

    /** Whether the record of an item has another text by now, or no longer exists. Reads the record, consistently. */
    static <T> boolean isLeft(Records stored, Resource<T> resource, Map<String, AttributeValue> item) {
        return stored.find(resource, owner(item))
                .map(Snapshot::of)
                .filter(record -> texts(resource, stored.company(), record).containsKey(ItemKey.of(item)))
                .isEmpty();
    }

    private static UUID owner(Map<String, AttributeValue> item) {
        return UUID.fromString(Objects.requireNonNull(item.get(OWNER)).s());
    }

    private static AttributeValue uuid(UUID uuid) {
        return AttributeValue.fromS(uuid.toString());
    }

    private <T> Map<ItemKey, Unique.Text> texts(Resource<T> resource, Optional<Snapshot<T>> record) {
        return record.map(snapshot -> texts(resource, unit.company(), snapshot)).orElseGet(Map::of);
    }

    private static <T> Map<ItemKey, Unique.Text> texts(Resource<T> resource, UUID company, Snapshot<T> record) {
        var texts = new LinkedHashMap<ItemKey, Unique.Text>();
        resource.uniques().forEach(unique -> unique.texts()
                .apply(record.value())
                .forEach(
                        text -> texts.put(ItemKey.unique(company, resource.name(), unique.field(), text.key()), text)));
        return texts;
    }
}
