package waggle.bench.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.figures.Figure;
import waggle.bench.figures.Times;

/**
 * The time of a sorted list of an instance that has not listed before.
 *
 * @param table nanoseconds where no facets are kept
 * @param memory nanoseconds where they are kept from then on
 */
record FirstLists(List<Long> table, List<Long> memory) {
    private static final int ROUNDS = 5;

    static FirstLists measure(BenchCloud cloud) {
        var table = new ArrayList<Long>();
        var memory = new ArrayList<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            table.add(first(cloud, false));
            memory.add(first(cloud, true));
        }
        return new FirstLists(table, memory);
    }

    private static long first(BenchCloud cloud, boolean remembers) {
        try (var instance = new Instance(cloud, remembers)) {
            instance.caller().warmUp();
            if (!remembers) {
                // The first list finds that nothing may be kept, which later ones need not.
                instance.caller().sorted();
            }
            return instance.caller().sorted();
        }
    }

    Stream<Figure> figures() {
        if (table.isEmpty()) {
            return Stream.empty();
        }
        var before = new Times(table).median();
        var now = new Times(memory).median();
        return Stream.of(
                new Figure("table: sort, ms", before, Figure.NONE),
                new Figure("memory: first sort, ms", now, Figure.NONE),
                new Figure("memory: first sort / table: sort", now / before, 1.1));
    }
}
