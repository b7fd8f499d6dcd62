package waggle.model.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.lists.Sorting;

/** The order of a list of kept records. */
final class RowOrder {
    /** Below one in so many, a page is selected from the rows without sorting them all. */
    private static final int FEW = 8;

    private final Columns columns;
    private final Resource<?> resource;
    private final Function<Resource<?>, Map<String, Integer>> places;

    /** @param places the positions of the records of another resource in its own order, by uuid */
    RowOrder(Columns columns, Resource<?> resource, Function<Resource<?>, Map<String, Integer>> places) {
        this.columns = columns;
        this.resource = resource;
        this.places = places;
    }

    /**
     * A part of some rows in an order.
     *
     * @param rows ascending
     */
    int[] slice(int[] rows, long offset, int length, List<Sorting> sortings) {
        var from = (int) Math.min(offset, rows.length);
        var to = (int) Math.min(offset + length, rows.length);
        var order = resource.listing().order().map(field -> new Sorting(field, false));
        var all = Stream.concat(sortings.stream(), order.stream()).toList();
        if (from >= to) {
            return new int[0];
        }
        if (all.isEmpty()) {
            return IntStream.range(from, to).map(i -> rows[rows.length - 1 - i]).toArray();
        }
        var comparison = comparison(all, order.isPresent());
        var sorted = to <= rows.length / FEW ? first(rows, to, comparison) : sorted(rows, comparison);
        return Arrays.copyOfRange(sorted, from, to);
    }

    /** @param oldestFirst the order of equals */
    private IntBinaryOperator comparison(List<Sorting> sortings, boolean oldestFirst) {
        IntBinaryOperator equals = oldestFirst ? Integer::compare : (a, b) -> Integer.compare(b, a);
        return sortings.reversed().stream().map(this::key).reduce(equals, (next, key) -> (a, b) -> {
            var order = key.applyAsInt(a, b);
            return order == 0 ? next.applyAsInt(a, b) : order;
        });
    }

    private IntBinaryOperator key(Sorting sorting) {
        var descending = sorting.descending();
        if (sorting.field().equals("created_at")) {
            return times(columns::created, descending);
        }
        if (sorting.field().equals("updated_at")) {
            return times(columns::updated, descending);
        }
        var reference = resource.expansion(sorting.field());
        if (reference.isPresent()) {
            return places(reference.get(), descending);
        }
        var column = columns.column(sorting.field());
        return column == null ? (a, b) -> 0 : (a, b) -> column.compare(a, b, descending);
    }

    private static IntBinaryOperator times(IntToLongFunction time, boolean descending) {
        return descending
                ? (a, b) -> Long.compare(time.applyAsLong(b), time.applyAsLong(a))
                : (a, b) -> Long.compare(time.applyAsLong(a), time.applyAsLong(b));
    }

    /** Records without a place come last in both directions. */
    private IntBinaryOperator places(Reference reference, boolean descending) {
        var column = columns.column(reference.field());
        var known = places.apply(reference.target().get());
        if (column == null) {
            return (a, b) -> 0;
        }
        var place = new int[columns.size()];
        for (var row = 0; row < place.length; row++) {
            var uuid = column.first(row);
            var found = uuid == null ? null : known.get(uuid);
            place[row] = found == null ? Integer.MAX_VALUE : descending ? -found : found;
        }
        return (a, b) -> Integer.compare(place[a], place[b]);
    }

    private static int[] sorted(int[] rows, IntBinaryOperator comparison) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(comparison::applyAsInt)
                .mapToInt(row -> row)
                .toArray();
    }

    /** Makes no object for a row that is not among the first. */
    private static int[] first(int[] rows, int count, IntBinaryOperator comparison) {
        var kept = new PriorityQueue<Integer>(count, (a, b) -> comparison.applyAsInt(b, a));
        int last = rows[0];
        for (var row : rows) {
            if (kept.size() == count) {
                if (comparison.applyAsInt(row, last) >= 0) {
                    continue;
                }
                kept.remove();
            }
            kept.add(row);
            last = kept.element();
        }
        return sorted(kept.stream().mapToInt(row -> row).toArray(), comparison);
    }
}
