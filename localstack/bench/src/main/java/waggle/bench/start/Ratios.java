package waggle.bench.start;

import static waggle.bench.cloud.Kind.PLAIN;
import static waggle.bench.cloud.Kind.WORKFLOW;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import waggle.bench.cloud.Kind;
import waggle.bench.figures.Figure;
import waggle.bench.figures.Times;

/** Ratios of medians with limits, most of them the workflow function's by the plain handler's. */
record Ratios(Map<Variant, Times> cold, Map<Variant, WarmRun> warm) {

    List<Figure> all() {
        return List.of(
                new Figure("cold, workflow with cache / plain without", cold(WORKFLOW, true) / cold(PLAIN, false), 0.6),
                new Figure("cold, workflow / plain, both without", cold(WORKFLOW, false) / cold(PLAIN, false), 1.7),
                new Figure("cold, workflow / plain, both with", cold(WORKFLOW, true) / cold(PLAIN, true), Figure.NONE),
                new Figure("warm, workflow's last / its first", last(WORKFLOW, false) / first(WORKFLOW, false), 1.0),
                new Figure("the same with cache", last(WORKFLOW, true) / first(WORKFLOW, true), 1.0),
                new Figure("warm, workflow / plain, both last", last(WORKFLOW, false) / last(PLAIN, false), 1.3),
                new Figure("the same with cache", last(WORKFLOW, true) / last(PLAIN, true), 1.3));
    }

    private double cold(Kind kind, boolean cached) {
        return of(cold, kind, cached).median();
    }

    private double first(Kind kind, boolean cached) {
        return of(warm, kind, cached).first().median();
    }

    private double last(Kind kind, boolean cached) {
        return of(warm, kind, cached).last().median();
    }

    private static <T> T of(Map<Variant, T> figures, Kind kind, boolean cached) {
        return Objects.requireNonNull(figures.get(new Variant(kind, cached)));
    }
}
