package waggle.model.write;

import static waggle.model.declaration.Counters.DELETING;
import static waggle.model.declaration.Counters.REFERENCES;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rule.Part;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Change;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/**
 * The items of a resource's records: the fields, the facets, and the counters. The transactions of other records change the
 * counters, so a record's item is never replaced as a whole.
 */
final class RecordItems<T> {
    private static final String VERSION = "version";

    private static final AttributeValue ZERO = AttributeValue.fromN("0");

    private final Resource<T> resource;
    private final RecordAttributes<T> attributes;
    private final UUID company;

    RecordItems(Resource<T> resource, UUID company) {
        this.resource = resource;
        this.attributes = new RecordAttributes<>(resource, company);
        this.company = company;
    }

    void insert(Transaction transaction, Snapshot<T> snapshot) {
        RecordSize.require(snapshot);
        append(transaction, snapshot);
    }

    /** Inserts a record that the unit looked for before. If there is one now, the unit begins again and finds it. */
    void insertMissed(Transaction transaction, Snapshot<T> snapshot) {
        RecordSize.require(snapshot);
        transaction.insert(item(snapshot), Refusal.raced());
    }

    /** Inserts a record that no client wrote, however large: it contains records that have their own limits. */
    void append(Transaction transaction, Snapshot<T> snapshot) {
        // A derived record has a uuid that follows from what it is about, so that a repetition meets the first.
        transaction.insert(
                item(snapshot),
                Refusal.always(() -> resource.storing().isCounted()
                        ? new IllegalStateException("a uuid was given twice")
                        : new WaggleException(ErrorCode.CONFLICT)));
    }

    /** The item of a record that no other refers to. */
    Map<String, AttributeValue> item(Snapshot<T> snapshot) {
        var item = attributes.of(snapshot);
        item.putAll(key(snapshot).attributes());
        resource.rules().parts(snapshot.value()).forEach(part -> item.put(Counters.ofPart(part.id()), ZERO));
        return item;
    }

    /** Writes the attributes that differ; a part that is dropped must not be in use. */
    void change(Transaction transaction, Snapshot<T> before, Snapshot<T> after) {
        RecordSize.require(after);
        var dropped = parts(before);
        var kept = parts(after);
        var added =
                kept.keySet().stream().filter(id -> !dropped.containsKey(id)).toList();
        dropped.keySet().removeAll(kept.keySet());
        var change = transaction
                .change(key(after), stored -> refusal(stored, before, dropped))
                .require(VERSION, version(before))
                .requireAbsent(DELETING);
        var old = attributes.of(before);
        var now = attributes.of(after);
        changeFacets(change, facets(old), facets(now));
        now.forEach((name, value) -> {
            if (!value.equals(old.remove(name))) {
                change.set(name, value);
            }
        });
        old.keySet().forEach(change::remove);
        if (changesWhatIsFixed(before, after)) {
            change.requireZero(REFERENCES);
        }
        added.forEach(id -> change.set(Counters.ofPart(id), ZERO));
        dropped.keySet().forEach(id -> change.remove(Counters.ofPart(id)).require(Counters.ofPart(id), ZERO));
    }

    private static Map<String, AttributeValue> facets(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.remove(TableDesign.FACETS))
                .map(facets -> new HashMap<>(facets.m()))
                .orElseGet(HashMap::new);
    }

    /**
     * As a whole, so that a record without facets gets them; or one entry at a time, where other records' transactions
     * change counts among them.
     */
    private void changeFacets(Change change, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        if (resource.fields().counts().stream().noneMatch(resource.listing().sortable()::contains)
                && !after.isEmpty()) {
            change.set(TableDesign.FACETS, AttributeValue.fromM(after));
            return;
        }
        after.forEach((field, value) -> {
            if (!value.equals(before.remove(field))) {
                change.set(TableDesign.FACETS, field, value);
            }
        });
        before.keySet().forEach(field -> change.remove(TableDesign.FACETS, field));
    }

    /** Deletes a record that no other refers to and that owns none any longer. */
    void delete(Transaction transaction, Snapshot<T> last) {
        var change = transaction
                .delete(key(last), stored -> isStale(stored, last) ? Optional.empty() : kept(stored, last))
                .require(VERSION, version(last))
                .requireZero(REFERENCES);
        resource.owned().forEach(owned -> change.requireZero(owned.count()));
        resource.keptBy().forEach(change::requireZero);
    }

    /**
     * Marks a record that no other refers to, so that it can be removed with all it owns. A repetition does no harm.
     *
     * @throws WaggleException when the transaction is committed, if the record is in use
     */
    void beginRemoval(Transaction transaction, Snapshot<T> last) {
        var change = transaction
                .change(key(last), stored -> isStale(stored, last) ? Optional.empty() : kept(stored, last))
                .require(VERSION, version(last))
                .requireZero(REFERENCES)
                .set(DELETING, AttributeValue.fromBool(true));
        resource.keptBy().forEach(change::requireZero);
    }

    void abandonRemoval(Transaction transaction, UUID uuid) {
        transaction
                .change(resource.key(company, uuid), Refusal.always(() -> new WaggleException(ErrorCode.NOT_FOUND)))
                .requireThere()
                .remove(DELETING);
    }

    private Map<String, Part> parts(Snapshot<T> snapshot) {
        return resource.rules().parts(snapshot.value()).stream()
                .collect(Collectors.toMap(Part::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private static AttributeValue version(Snapshot<?> snapshot) {
        return AttributeValue.fromN(Long.toString(snapshot.entity().version()));
    }

    private static boolean isStale(Map<String, AttributeValue> stored, Snapshot<?> read) {
        return !version(read).equals(stored.get(VERSION));
    }

    private boolean changesWhatIsFixed(Snapshot<T> before, Snapshot<T> after) {
        return resource.fields().fixedInUse().stream()
                .anyMatch(
                        field -> !before.json().path(field).equals(after.json().path(field)));
    }

    private Optional<WaggleException> refusal(
            Map<String, AttributeValue> stored, Snapshot<T> before, Map<String, Part> dropped) {
        if (isStale(stored, before)) {
            return Optional.empty();
        }
        var title = resource.titled(before.value());
        return stored.containsKey(DELETING)
                ? Optional.of(WaggleException.conflict(title + " is being deleted"))
                : dropped.values().stream()
                        .flatMap(part ->
                                used(part.title() + " of " + title, stored, Counters.ofPart(part.id())).stream())
                        .findFirst()
                        .or(() -> resource.fields().fixedInUse().isEmpty() ? Optional.empty() : used(stored, before));
    }

    /** The refusal of a removal; names every count that is not zero, or else the references. */
    private Optional<WaggleException> kept(Map<String, AttributeValue> stored, Snapshot<T> last) {
        var counts = resource.keptBy().stream()
                .flatMap(count -> counted(count, stored).stream())
                .toList();
        return counts.isEmpty()
                ? used(stored, last)
                : Optional.of(WaggleException.conflict(
                        resource.titled(last.value()) + " has " + String.join(" and ", counts)));
    }

    /** {@code 3 open leads}, from the count {@code open_lead_count}. */
    private static Optional<String> counted(String count, Map<String, AttributeValue> stored) {
        return number(stored, count)
                .map(number ->
                        number + " " + count.replace("_count", "").replace('_', ' ') + (number.equals("1") ? "" : "s"));
    }

    private static Optional<String> number(Map<String, AttributeValue> stored, String counter) {
        return Optional.ofNullable(stored.get(counter)).map(AttributeValue::n).filter(number -> !number.equals("0"));
    }

    private Optional<WaggleException> used(Map<String, AttributeValue> stored, Snapshot<T> snapshot) {
        return used(resource.titled(snapshot.value()), stored, REFERENCES);
    }

    private static Optional<WaggleException> used(String what, Map<String, AttributeValue> stored, String counter) {
        return number(stored, counter)
                .map(uses -> WaggleException.conflict(
                        "%s is used by %s %s".formatted(what, uses, uses.equals("1") ? "record" : "records")));
    }

    private ItemKey key(Snapshot<T> snapshot) {
        return resource.key(company, snapshot.entity().uuid());
    }
}
