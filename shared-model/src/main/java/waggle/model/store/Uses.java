package waggle.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

/**
 * Counts, beside every record that others refer to, how many do, in the transactions that make and end the references. A
 * record is counted once, in however many fields it refers to the same other.
 */
final class Uses {
    static final String OF_RECORD = "refs";
    private static final String OF_PART = "refs#";

    private final Transaction transaction;
    private final UUID company;
    private final Supplier<? extends RuntimeException> whenChanged;

    /** @param whenChanged what the transaction is refused with when a part is there no longer */
    Uses(Transaction transaction, UUID company, Supplier<? extends RuntimeException> whenChanged) {
        this.transaction = transaction;
        this.company = company;
        this.whenChanged = whenChanged;
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
        return new Use(reference.target().get(), UUID.fromString(uuid.textValue()), Set.of(), reference.where(), field);
    }

    /** Counts what a record refers to now, and no longer what it only referred to before. */
    void exchange(List<Use> before, List<Use> after) {
        var old = byTarget(before);
        byTarget(after).forEach((target, use) -> count(target, use, old.remove(target)));
        old.forEach(this::end);
    }

    private static Map<ItemTarget, Use> byTarget(List<Use> uses) {
        var byTarget = new LinkedHashMap<ItemTarget, Use>();
        uses.forEach(use -> byTarget.merge(new ItemTarget(use.target().name(), use.uuid()), use, Uses::merged));
        return byTarget;
    }

    private static Use merged(Use first, Use second) {
        var parts = new HashSet<>(first.parts());
        parts.addAll(second.parts());
        var where = new LinkedHashMap<>(first.where());
        where.putAll(second.where());
        return new Use(first.target(), first.uuid(), parts, where, first.field());
    }

    private void count(ItemTarget target, Use use, @Nullable Use before) {
        var known = before == null ? Set.<String>of() : before.parts();
        var begun = without(use.parts(), known);
        var ended = without(known, use.parts());
        if (before != null && begun.isEmpty() && ended.isEmpty()) {
            return;
        }
        var change = new Change().requireThere();
        if (before == null) {
            change.add(OF_RECORD, 1);
        }
        use.where().forEach((field, value) -> change.require(field, AttributeValue.fromS(value)));
        begun.forEach(part -> change.add(ofPart(part), 1).requireThere(ofPart(part)));
        ended.forEach(part -> change.add(ofPart(part), -1));
        transaction.update(target.key(company), change, there -> refusal(use, there));
    }

    private void end(ItemTarget target, Use use) {
        var change = new Change().requireThere().add(OF_RECORD, -1);
        use.parts().forEach(part -> change.add(ofPart(part), -1));
        transaction.update(
                target.key(company), change, there -> new IllegalStateException("a record in use was deleted"));
    }

    private RuntimeException refusal(Use use, Map<String, AttributeValue> there) {
        var fits = use.where().entrySet().stream()
                .allMatch(field -> AttributeValue.fromS(field.getValue()).equals(there.get(field.getKey())));
        return there.isEmpty() || !fits
                ? WaggleException.invalid(List.of(new Fault(use.field(), use.expected())))
                : whenChanged.get();
    }

    private static Set<String> without(Set<String> parts, Set<String> others) {
        var rest = new HashSet<>(parts);
        rest.removeAll(others);
        return rest;
    }

    private record ItemTarget(String type, UUID uuid) {
        ItemKey key(UUID company) {
            return ItemKey.record(company, type, uuid);
        }
    }
}
