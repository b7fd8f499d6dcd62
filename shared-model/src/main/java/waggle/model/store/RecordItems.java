package waggle.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Limits;
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
        insert(transaction, item(company, entity));
    }

    void append(Transaction transaction, UUID company, Entity<T> entity) {
        insert(transaction, stored(company, entity));
    }

    /** Who makes what is derived may well make it twice. */
    private void insert(Transaction transaction, Map<String, AttributeValue> item) {
        transaction.insert(
                item,
                () -> resource.isDerived()
                        ? new WaggleException(ErrorCode.CONFLICT)
                        : new IllegalStateException("a uuid was given twice"));
    }

    /** The item of a record that none refers to. */
    Map<String, AttributeValue> item(UUID company, Entity<T> entity) {
        requireSize(Json.tree(entity.value()));
        return stored(company, entity);
    }

    /** The item of a record that no client wrote, however large: it tells of one that has its bounds. */
    Map<String, AttributeValue> stored(UUID company, Entity<T> entity) {
        var item = attributes(company, entity);
        item.putAll(key(company, entity).attributes());
        resource.parts(entity.value()).forEach(part -> item.put(Uses.ofPart(part.id()), ZERO));
        return item;
    }

    /** Writes what differs; a part that is dropped must not be in use. */
    void change(Transaction transaction, UUID company, Entity<T> before, Entity<T> after) {
        var dropped = parts(before.value());
        var change = transaction
                .touch(key(company, after), there -> refusal(there, before, dropped))
                .require(VERSION, version(before))
                .requireAbsent(Uses.DELETING);
        requireSize(Json.tree(after.value()));
        var old = attributes(company, before);
        attributes(company, after).forEach((name, value) -> {
            if (!value.equals(old.remove(name))) {
                change.set(name, value);
            }
        });
        old.keySet().forEach(change::remove);
        if (changesWhatIsFixed(before, after)) {
            change.requireZero(Uses.OF_RECORD);
        }
        parts(after.value()).keySet().forEach(id -> {
            if (dropped.remove(id) == null) {
                change.set(Uses.ofPart(id), ZERO);
            }
        });
        dropped.keySet().forEach(id -> change.remove(Uses.ofPart(id)).require(Uses.ofPart(id), ZERO));
    }

    /** Deletes a record that none refers to, and that owns none any longer. */
    void delete(Transaction transaction, UUID company, Entity<T> last) {
        var condition = new Change().require(VERSION, version(last)).requireZero(Uses.OF_RECORD);
        resource.owned().forEach(owned -> condition.requireZero(owned.count()));
        transaction.delete(
                key(company, last),
                condition,
                there -> isStale(there, last)
                        ? new Raced()
                        : used(there, last.value())
                                .<RuntimeException>map(refusal -> refusal)
                                .orElseGet(Raced::new));
    }

    /**
     * Marks a record that none refers to, so that it can be deleted with all it owns; may be done again.
     *
     * @throws WaggleException when it is in use
     */
    void markDeleting(Transaction transaction, UUID company, Entity<T> last) {
        transaction
                .touch(key(company, last), there -> isStale(there, last) ? Optional.empty() : used(there, last.value()))
                .require(VERSION, version(last))
                .requireZero(Uses.OF_RECORD)
                .set(Uses.DELETING, AttributeValue.fromBool(true));
    }

    private Map<String, AttributeValue> attributes(UUID company, Entity<T> entity) {
        var attributes = new HashMap<>(schema.itemToMap(entity, true));
        attributes.remove(TableDesign.SORT_KEY);
        var json = Json.tree(entity);
        attributes.put(TableDesign.FACETS, Facets.of(resource, json));
        resource.grouping()
                .filter(group -> json.path(group.field()).isTextual())
                .map(group -> group.partition(
                        company, resource, json.path(group.field()).textValue()))
                .ifPresent(parent -> attributes.put(TableDesign.PARENT, AttributeValue.fromS(parent)));
        resource.retention()
                .map(time -> entity.createdAt().plus(time).getEpochSecond())
                .ifPresent(end -> attributes.put(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(end))));
        resource.due()
                .filter(attributes::containsKey)
                .ifPresent(field ->
                        attributes.put(TableDesign.DUE, AttributeValue.fromS(TableDesign.dueShard(entity.uuid()))));
        return attributes;
    }

    private static void requireSize(ObjectNode json) {
        if (Json.write(json).getBytes(StandardCharsets.UTF_8).length > Limits.RECORD_BYTES) {
            throw new WaggleException(
                    ErrorCode.INVALID_REQUEST,
                    "The record would be larger than " + Limits.RECORD_BYTES / 1024 + " KiB");
        }
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

    private boolean changesWhatIsFixed(Entity<T> before, Entity<T> after) {
        return resource.fixedInUse().stream().anyMatch(field -> !Json.tree(before.value())
                .path(field)
                .equals(Json.tree(after.value()).path(field)));
    }

    private Optional<WaggleException> refusal(
            Map<String, AttributeValue> there, Entity<T> before, Map<String, Part> dropped) {
        if (isStale(there, before)) {
            return Optional.empty();
        }
        return there.containsKey(Uses.DELETING)
                ? Optional.of(conflict(resource.titled(before.value()) + " is being deleted"))
                : dropped.values().stream()
                        .flatMap(part -> used(
                                part.title() + " of " + resource.titled(before.value()), there, Uses.ofPart(part.id()))
                                .stream())
                        .findFirst()
                        .or(() -> resource.fixedInUse().isEmpty() ? Optional.empty() : used(there, before.value()));
    }

    private Optional<WaggleException> used(Map<String, AttributeValue> there, T value) {
        return used(resource.titled(value), there, Uses.OF_RECORD);
    }

    private static Optional<WaggleException> used(String what, Map<String, AttributeValue> there, String count) {
        return Optional.ofNullable(there.get(count))
                .map(AttributeValue::n)
                .filter(uses -> !uses.equals("0"))
                .map(uses ->
                        conflict("%s is used by %s %s".formatted(what, uses, uses.equals("1") ? "record" : "records")));
    }

    private static WaggleException conflict(String sentence) {
        return new WaggleException(
                ErrorCode.CONFLICT, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private ItemKey key(UUID company, Entity<T> entity) {
        return ItemKey.record(company, resource.name(), entity.uuid());
    }
}
