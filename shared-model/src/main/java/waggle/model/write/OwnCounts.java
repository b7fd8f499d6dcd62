package waggle.model.write;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import waggle.model.Decimals;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.transaction.Transaction;
import waggle.model.write.Happening.Written;

/** The counts of a record with what the same unit of work adds to them, as a read after the unit shows them. */
final class OwnCounts {
    private OwnCounts() {}

    static <T> Entity<T> in(UnitOfWork unit, Resource<T> resource, Entity<T> record) {
        var happenings = unit.happenings();
        if (resource.fields().contributed().isEmpty() || happenings.size() < 2) {
            return record;
        }
        // It is never committed: it only tells what the unit's own transaction will add.
        var transaction = new Transaction("");
        for (var happening : happenings) {
            if (happening instanceof Written<?> written) {
                add(transaction, unit, written);
            }
        }
        var added = transaction.additions(resource.key(unit.company(), record.uuid()));
        var counts = new LinkedHashMap<>(record.counts());
        added.keySet().stream()
                .filter(resource.fields()::isSum)
                .forEach(sum -> counts.putIfAbsent(sum, BigDecimal.ZERO));
        counts.replaceAll((count, before) ->
                Decimals.plain(before.add(added.getOrDefault(Counters.attribute(count), BigDecimal.ZERO))));
        return record.counting(
                counts, added.getOrDefault(Entity.MOVES, BigDecimal.ZERO).longValueExact());
    }

    private static <W> void add(Transaction transaction, UnitOfWork unit, Written<W> written) {
        var resource = written.resource();
        new ContributionItems(transaction, unit)
                .exchange(
                        resource.contributions(unit, written.before().orElse(null)),
                        resource.contributions(unit, written.after().orElse(null)));
    }
}
