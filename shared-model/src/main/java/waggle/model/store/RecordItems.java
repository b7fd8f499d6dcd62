package waggle.model.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * The items of a resource's records: the fields, the facets, and how many others refer to the record and to its parts.
 * These counts move in the transactions of those others, so a record is never written as a whole again.
 */
final class RecordItems<T> {
    private static final String VERSION = "version";
    private static final AttributeValue ZERO = AttributeValue.fromN("0");

    private final Resource<T> resource;
    private final EntitySchema<T> schema;

    RecordItems(Resource<T> resource, EntitySchema<T> schema) {
        this.resource = resource;
        this.schema = schema;
    }

    void insert(Transaction transaction, UUID company, Entity<T> entity) {
        transaction.insert(item(company, entity), () -> new IllegalStateException("a uuid was given twice"));
    }

    /** The item of a record that none refers to. */
    Map<String, AttributeValue> item(UUID company, Entity<T> entity) {
        var item = attributes(entity);
        item.putAll(key(company, entity).attributes());
        resource.parts(entity.value()).forEach(part -> item.put(Uses.ofPart(part.id()), ZERO));
        return item;
    }

    /** Writes what differs; a part that is dropped must not be in use. */
    void change(
            Transaction transaction,
            UUID company,
            Entity<T> before,
            Entity<T> after,
            Supplier<? extends RuntimeException> whenStale) {
        var change = new Change().require(VERSION, version(before));
        var old = attributes(before);
        attributes(after).forEach((name, value) -> {
            if (!value.equals(old.remove(name))) {
                change.set(name, value);
            }
        });
        old.keySet().forEach(change::remove);
        var dropped = parts(before.value());
        parts(after.value()).keySet().forEach(id -> {
            if (dropped.remove(id) == null) {
                change.set(Uses.ofPart(id), ZERO);
            }
        });
        dropped.keySet().forEach(id -> change.remove(Uses.ofPart(id)).require(Uses.ofPart(id), ZERO));
        transaction.update(
                key(company, after),
                change,
                there -> isStale(there, before) ? whenStale.get() : partUsed(there, before, dropped));
    }

    /** Deletes a record that none refers to. */
    void delete(Transaction transaction, UUID company, Entity<T> last, Supplier<? extends RuntimeException> whenStale) {
        var condition = new Change().require(VERSION, version(last)).requireZero(Uses.OF_RECORD);
        transaction.delete(
                key(company, last),
                condition,
                there -> isStale(there, last)
                        ? whenStale.get()
                        : used(resource.titled(last.value()), there, Uses.OF_RECORD));
    }

    private Map<String, AttributeValue> attributes(Entity<T> entity) {
        var attributes = new HashMap<>(schema.itemToMap(entity, true));
        attributes.remove(TableDesign.SORT_KEY);
        attributes.put(TableDesign.FACETS, Facets.of(resource, Json.tree(entity)));
        return attributes;
    }

    private Map<String, Part> parts(T value) {
        return resource.parts(value).stream()
                .collect(Collectors.toMap(Part::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private static AttributeValue version(Entity<?> entity) {
        return AttributeValue.fromN(Long.toString(entity.version()));
    }

    private static boolean isStale(Map<String, AttributeValue> there, Entity<?> read) {
        return !version(read).equals(there.get(VERSION));
    }

    private WaggleException partUsed(Map<String, AttributeValue> there, Entity<T> before, Map<String, Part> dropped) {
        var part = dropped.values().stream()
                .filter(drop -> !ZERO.equals(there.get(Uses.ofPart(drop.id()))))
                .findFirst()
                .orElseThrow();
        return used(part.title() + " of " + resource.titled(before.value()), there, Uses.ofPart(part.id()));
    }

    private static WaggleException used(String what, Map<String, AttributeValue> there, String count) {
        var uses = Optional.ofNullable(there.get(count)).map(AttributeValue::n).orElseThrow();
        var sentence = "%s is used by %s %s".formatted(what, uses, uses.equals("1") ? "record" : "records");
        return new WaggleException(
                ErrorCode.CONFLICT, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private ItemKey key(UUID company, Entity<T> entity) {
        return ItemKey.record(company, resource.name(), entity.uuid());
    }
}
