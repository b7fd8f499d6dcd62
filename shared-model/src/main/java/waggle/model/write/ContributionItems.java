package waggle.model.write;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Contribution;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Counters;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Change;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/**
 * Adds to other records what a write changes in the contributions of one record, and requires the records that it refers to
 * to exist.
 */
final class ContributionItems {
    private final Transaction transaction;

    ContributionItems(Transaction transaction) {
        this.transaction = transaction;
    }

    void exchange(Contributions before, Contributions after) {
        after.byTarget()
                .forEach((key, contribution) ->
                        add(key, contribution, before.byTarget().get(key)));
        before.byTarget().forEach((key, contribution) -> {
            if (!after.byTarget().containsKey(key)) {
                end(key, contribution);
            }
        });
    }

    private void add(ItemKey key, Contribution after, @Nullable Contribution before) {
        var counters = new LinkedHashSet<>(after.counters());
        Optional.ofNullable(before).ifPresent(old -> counters.addAll(old.counters()));
        var changed = counters.stream()
                .filter(counter -> difference(counter, after, before).signum() != 0)
                .toList();
        var isNew = before == null || before.field() == null;
        if (changed.isEmpty() && !isNew) {
            return;
        }
        var change = transaction.change(key, stored -> refusal(after, stored)).requireThere();
        if (isNew) {
            change.requireAbsent(Counters.DELETING);
        }
        after.where().forEach((field, value) -> change.require(field, AttributeValue.fromS(value)));
        after.parts().stream().map(Counters::ofPart).filter(changed::contains).forEach(change::requireThere);
        add(change, after, changed.stream(), before);
    }

    /** The other record exists as long as it counts this one: no condition can fail. */
    private void end(ItemKey key, Contribution before) {
        var change = transaction.change(key, Refusal.raced()).requireThere();
        before.counters()
                .forEach(counter -> change.add(counter, before.amount(counter).negate()));
        touch(change, before, before.counters().stream());
    }

    private static void add(Change change, Contribution after, Stream<String> changed, @Nullable Contribution before) {
        var counters = changed.toList();
        counters.forEach(counter -> change.add(counter, difference(counter, after, before)));
        touch(change, after, counters.stream());
    }

    /** A change of a count that clients see is a change of what they read. */
    private static void touch(Change change, Contribution contribution, Stream<String> counters) {
        var shown = contribution.target().fields().counts();
        if (counters.anyMatch(shown::contains)) {
            change.add(Entity.MOVES, 1);
        }
    }

    private static BigDecimal difference(String counter, Contribution after, @Nullable Contribution before) {
        return before == null ? after.amount(counter) : after.amount(counter).subtract(before.amount(counter));
    }

    /** Empty if a part no longer exists: the next attempt reads the record again and reports the part. */
    private static Optional<WaggleException> refusal(Contribution use, Map<String, AttributeValue> stored) {
        var fits = use.where().entrySet().stream()
                .allMatch(field -> AttributeValue.fromS(field.getValue()).equals(stored.get(field.getKey())));
        if (stored.isEmpty() || !fits) {
            return Optional.of(WaggleException.invalid(List.of(new Fault(field(use), use.expected()))));
        }
        return stored.containsKey(Counters.DELETING)
                ? Optional.of(new WaggleException(
                        ErrorCode.CONFLICT,
                        "The %s %s is being deleted".formatted(use.target().noun(), use.uuid())))
                : Optional.empty();
    }

    private static String field(Contribution use) {
        return Optional.ofNullable(use.field()).orElse(use.target().name() + "_uuid");
    }
}
