package waggle.bench.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.figures.Figure;

/**
 * Measures the cost of lists of very many records, with the real function in this process.
 *
 * @param pages by number, without filters
 * @param table lists that read the facets of every record; empty if not all records are stored
 * @param memory the same lists from the memory of the instance
 * @param first the first such list of an instance
 */
record Lists(int records, List<ListRun> pages, List<ListRun> table, List<ListRun> memory, FirstLists first) {
    /** The limits of lists from memory: read capacity units, and milliseconds. */
    private static final double DEAREST = 8;

    private static final double LONGEST = 60;

    static Lists measure(BenchCloud cloud, ManyTags tags) {
        try (var ofTable = new Instance(cloud, false);
                var ofMemory = new Instance(cloud, true)) {
            ofTable.caller().warmUp();
            ofMemory.caller().warmUp();
            var pages = ofTable.caller().pages(tags.pages());
            return tags.areWhole()
                    ? new Lists(
                            tags.count(),
                            pages,
                            ofTable.caller().judged("table", Figure.NONE),
                            ofMemory.caller().judged("memory", DEAREST),
                            FirstLists.measure(cloud))
                    : new Lists(tags.count(), pages, List.of(), List.of(), new FirstLists(List.of(), List.of()));
        }
    }

    List<ListRun> runs() {
        return Stream.of(pages, table, memory).flatMap(List::stream).toList();
    }

    /** The list that keeps the most records. */
    Optional<ListRun> largest() {
        return memory.stream().max(Comparator.comparingLong(ListRun::found));
    }

    List<Figure> figures() {
        var units = pages.stream().mapToDouble(run -> run.units().value()).summaryStatistics();
        var pageRatio = new Figure("dearest page / cheapest page", units.getMax() / units.getMin(), 1.5);
        return Stream.of(
                        Stream.of(pageRatio),
                        table.stream()
                                .map(run -> new Figure(
                                        run.name() + " / record", run.units().value() / records, 0.2)),
                        memory.stream()
                                .map(run -> new Figure(
                                        run.name() + ", ms", run.times().whole().median(), LONGEST)),
                        first.figures())
                .flatMap(figures -> figures)
                .toList();
    }
}
