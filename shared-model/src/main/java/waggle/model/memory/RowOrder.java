package waggle.model.memory;

import java.util.Arrays;
import java.util.Comparator;
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
        var comparator = comparator(all, order.isPresent());
        var sorted = to <= rows.length / FEW ? first(rows, to, comparator) : sorted(rows, comparator);
        return Arrays.copyOfRange(sorted, from, to);
    }

    /** @param oldestFirst the order of equals */
    private Comparator<Integer> comparator(List<Sorting> sortings, boolean oldestFirst) {
        var keys = sortings.stream().map(this::key).toList();
        return (a, b) -> {
            for (var key : keys) {
                var order = key.applyAsInt(a, b);
                if (order != 0) {
                    return order;
                }
            }
            return oldestFirst ? Integer.compare(a, b) : Integer.compare(b, a);
        };
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

    private static int[] sorted(int[] rows, Comparator<Integer> comparator) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(comparator)
                .mapToInt(row -> row)
                .toArray();
    }

    private static int[] first(int[] rows, int count, Comparator<Integer> comparator) {
        var kept = new PriorityQueue<>(count, comparator.reversed());
        for (var row : rows) {
            if (kept.size() < count) {
                kept.add(row);
            } else if (comparator.compare(row, kept.element()) < 0) {
                kept.remove();
                kept.add(row);
            }
        }
        return kept.stream().sorted(comparator).mapToInt(row -> row).toArray();
    }
}
