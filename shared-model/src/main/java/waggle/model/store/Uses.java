package waggle.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

/**
 * Counts, beside every record that others refer to, how many do, in the transactions that make and end the references. A
 * record is counted once, in however many fields it refers to the same other.
 */
final class Uses {
    /** How many records refer to one and keep it from being deleted. */
    static final String OF_RECORD = "refs";

    /** How often a count that clients see was changed. */
    static final String MOVES = "moves";

    /** Stands beside a record that is being deleted with what it owns, and is no longer to be changed or referred to. */
    static final String DELETING = "deleting";

    private static final String OF_PART = "refs#";

    private final Transaction transaction;
    private final UUID company;

    Uses(Transaction transaction, UUID company) {
        this.transaction = transaction;
        this.company = company;
    }

    static String ofPart(String id) {
        return OF_PART + id;
    }

    /** What the declared references of a record refer to. */
    static List<Use> of(Resource<?> resource, ObjectNode record) {
        var uses = new ArrayList<Use>();
        for (var reference : resource.references()) {
            var value = record.path(reference.field());
            if (value.isArray()) {
                for (var i = 0; i < value.size(); i++) {
                    uses.add(use(reference, value.path(i), reference.field() + "[" + i + "]"));
                }
            } else if (value.isTextual()) {
                uses.add(use(reference, value, reference.field()));
            }
        }
        return uses;
    }

    private static Use use(Reference reference, JsonNode uuid, String field) {
        return new Use(
                reference.target().get(),
                UUID.fromString(uuid.textValue()),
                reference.counters(),
                Set.of(),
                reference.where(),
                field);
    }

    /** Counts what a record refers to now, and no longer what it only referred to before. */
    void exchange(List<Use> before, List<Use> after) {
        var old = byTarget(before);
        byTarget(after).forEach((target, use) -> count(target, use, old.remove(target)));
        old.forEach(this::end);
    }

    private Map<ItemKey, Use> byTarget(List<Use> uses) {
        var byTarget = new LinkedHashMap<ItemKey, Use>();
        uses.forEach(use -> byTarget.merge(ItemKey.record(company, use.target().name(), use.uuid()), use, Use::and));
        return byTarget;
    }

    private void count(ItemKey target, Use use, @Nullable Use before) {
        var known = before == null ? Set.<String>of() : before.allCounters();
        var begun = without(use.allCounters(), known);
        var ended = without(known, use.allCounters());
        if (before != null && begun.isEmpty() && ended.isEmpty()) {
            return;
        }
        var change = transaction.touch(target, there -> refusal(use, there)).requireThere();
        if (before == null) {
            change.requireAbsent(DELETING);
        }
        use.where().forEach((field, value) -> change.require(field, AttributeValue.fromS(value)));
        use.parts().stream().map(Uses::ofPart).filter(begun::contains).forEach(change::requireThere);
        begun.forEach(counter -> change.add(counter, 1));
        ended.forEach(counter -> change.add(counter, counter.equals(MOVES) ? 1 : -1));
    }

    private void end(ItemKey target, Use use) {
        var change = transaction.touch(target, there -> Optional.empty()).requireThere();
        use.allCounters().forEach(counter -> change.add(counter, counter.equals(MOVES) ? 1 : -1));
    }

    /** None where a part is there no longer: a fresh look at the record says so. */
    private static Optional<WaggleException> refusal(Use use, Map<String, AttributeValue> there) {
        var fits = use.where().entrySet().stream()
                .allMatch(field -> AttributeValue.fromS(field.getValue()).equals(there.get(field.getKey())));
        if (there.isEmpty() || !fits) {
            return Optional.of(WaggleException.invalid(List.of(new Fault(use.field(), use.expected()))));
        }
        return there.containsKey(DELETING)
                ? Optional.of(new WaggleException(
                        ErrorCode.CONFLICT,
                        "The %s %s is being deleted".formatted(use.target().noun(), use.uuid())))
                : Optional.empty();
    }

    private static Set<String> without(Set<String> counters, Set<String> others) {
        var rest = new HashSet<>(counters);
        rest.removeAll(others);
        return rest;
    }
}
