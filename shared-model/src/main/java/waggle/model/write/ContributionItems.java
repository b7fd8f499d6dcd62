package waggle.model.write;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Change;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/**
 * Adds to other records what a write changes in the contributions of one record, and requires the records that it refers to
 * to exist.
 */
final class ContributionItems {
    private final Transaction transaction;
    private final Records records;

    ContributionItems(Transaction transaction, Records records) {
        this.transaction = transaction;
        this.records = records;
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
        if ((changed.isEmpty() && !isNew) || (!isNew && isGone(after))) {
            return;
        }
        var change =
                transaction.change(key, stored -> refusal(after, isNew, stored)).requireThere();
        if (isNew || changed.stream().anyMatch(after.target().keptBy()::contains)) {
            change.requireAbsent(Counters.DELETING);
        }
        after.where().forEach((field, value) -> change.require(field, AttributeValue.fromS(value)));
        after.parts().stream().map(Counters::ofPart).filter(changed::contains).forEach(change::requireThere);
        add(change, after, changed.stream(), before);
    }

    /** A record that a {@link Reference#lasting() lasting} reference names may have been removed, with its counts. */
    private boolean isGone(Contribution contribution) {
        return !contribution.isBinding()
                && records.find(contribution.target(), contribution.uuid()).isEmpty();
    }

    private void end(ItemKey key, Contribution before) {
        if (!before.isBinding() && (before.counters().isEmpty() || isGone(before))) {
            return;
        }
        var change = transaction.change(key, Refusal.raced()).requireThere();
        var amounts = new LinkedHashMap<String, BigDecimal>();
        before.counters()
                .forEach(counter -> amounts.put(counter, before.amount(counter).negate()));
        amounts.forEach(change::add);
        touch(change, before, amounts);
    }

    private static void add(Change change, Contribution after, Stream<String> changed, @Nullable Contribution before) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        changed.forEach(counter -> amounts.put(counter, difference(counter, after, before)));
        amounts.forEach(change::add);
        touch(change, after, amounts);
    }

    /** A change of a count that clients see is a change of what they read, and of what they sort by. */
    private static void touch(Change change, Contribution contribution, Map<String, BigDecimal> amounts) {
        var fields = contribution.target().fields();
        var sorted = contribution.target().listing().sortable();
        if (amounts.keySet().stream().anyMatch(fields::shows)) {
            change.add(Entity.MOVES, 1);
        }
        amounts.forEach((counter, amount) -> {
            if (sorted.contains(counter)) {
                change.add(TableDesign.FACETS, counter, amount);
            }
        });
    }

    private static BigDecimal difference(String counter, Contribution after, @Nullable Contribution before) {
        return before == null ? after.amount(counter) : after.amount(counter).subtract(before.amount(counter));
    }

    /** Empty if a part no longer exists: the next attempt reads the record again and reports the part. */
    private static Optional<WaggleException> refusal(
            Contribution use, boolean isNew, Map<String, AttributeValue> stored) {
        if (stored.isEmpty() && !isNew && !use.isBinding()) {
            return Optional.empty();
        }
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
