package waggle.bench.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import waggle.bench.capacity.CapacityMeter;
import waggle.bench.cloud.Events;
import waggle.bench.figures.Figure;
import waggle.cloud.lambda.Lambda;
import waggle.model.json.Json;

/** Calls and measures the lists of a company's tags. */
record ListCaller(Lambda api, Events events) {
    /** The limit of read capacity units for a page of any number. */
    private static final double DEAREST = 40;

    private static final int WARM_UP = 100;

    private static final Map<String, String> FILTERED =
            Map.of("association", "deal", "search", "gold 77", "sort", "label");
    private static final Map<String, String> SORTED = Map.of("sort", "label");

    void warmUp() {
        for (var call = 0; call < WARM_UP; call++) {
            api.invoke(event(Map.of()));
        }
    }

    List<ListRun> pages(List<Integer> numbers) {
        var size = Integer.toString(ManyTags.PAGE_SIZE);
        return numbers.stream()
                .map(page -> run("page " + page, DEAREST, Map.of("page", page.toString(), "pageSize", size)))
                .toList();
    }

    /**
     * Lists that need the facets of every record.
     *
     * @param from where they come from
     * @param dearest the limit of read capacity units
     */
    List<ListRun> judged(String from, double dearest) {
        return List.of(run(from + ": filter, search, sort", dearest, FILTERED), run(from + ": sort", dearest, SORTED));
    }

    /** The time of the next call of the list that keeps all records. */
    long sorted() {
        var event = event(SORTED);
        var start = System.nanoTime();
        api.invoke(event);
        return System.nanoTime() - start;
    }

    private ListRun run(String name, double limit, Map<String, String> query) {
        var event = event(query);
        var found = found(event);
        var charge = CapacityMeter.measure(() -> api.invoke(event));
        return new ListRun(
                name,
                new String(event, StandardCharsets.UTF_8),
                found,
                ListTimes.of(() -> api.invoke(event)),
                new Figure(name, charge.read(), limit));
    }

    private byte[] event(Map<String, String> query) {
        return events.list("/v1/tags", query);
    }

    private long found(byte[] event) {
        try {
            var answer = Json.mapper().readTree(api.invoke(event));
            return Json.mapper()
                    .readTree(answer.path("body").asText())
                    .required("meta")
                    .required("record-count")
                    .asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
