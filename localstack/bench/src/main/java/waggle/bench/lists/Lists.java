package waggle.bench.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.cloud.Events;
import waggle.bench.figures.Figure;
import waggle.cloud.lambda.InProcessLambda;
import waggle.http.ApiFunction;

/**
 * Measures the cost of lists of very many records, with the real function in this process.
 *
 * @param pages by number, without filters
 * @param judged lists that read the facets of every record; empty if not all records are stored
 */
record Lists(int records, List<ListRun> pages, List<ListRun> judged) {
    static Lists measure(BenchCloud cloud, ManyTags tags) {
        try (var api = new InProcessLambda(new ApiFunction(cloud.settings(), BenchCloud.credentials()))) {
            var caller = new ListCaller(api, new Events(cloud));
            caller.warmUp();
            return new Lists(tags.count(), caller.pages(tags.pages()), tags.areWhole() ? caller.judged() : List.of());
        }
    }

    List<ListRun> runs() {
        return Stream.concat(pages.stream(), judged.stream()).toList();
    }

    /** The list that keeps the most records. */
    Optional<ListRun> largest() {
        return judged.stream().max(Comparator.comparingLong(ListRun::found));
    }

    List<Figure> ratios() {
        var units = pages.stream().mapToDouble(run -> run.units().value()).summaryStatistics();
        var pageRatio = new Figure("dearest page / cheapest page", units.getMax() / units.getMin(), 1.5);
        return Stream.concat(
                        Stream.of(pageRatio),
                        judged.stream()
                                .map(run -> new Figure(
                                        run.name() + " / record", run.units().value() / records, 0.2)))
                .toList();
    }
}
