package waggle.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the figures as plain tables. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine() {
        out.printf(
                Locale.ROOT,
                "Java %s, %d processors%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
    }

    void lambda(List<String> jvmArguments) {
        out.printf(Locale.ROOT, "Functions run with %s%n", String.join(" ", jvmArguments));
    }

    void cold(Map<Variant, Times> cold) {
        out.println();
        out.printf(Locale.ROOT, "%-32s %8s %8s %8s%n", "Start to first reply, ms", "median", "lowest", "highest");
        cold.forEach((variant, times) -> out.printf(
                Locale.ROOT,
                "%-32s %8.0f %8.0f %8.0f%n",
                variant.title(),
                times.median(),
                times.lowest(),
                times.highest()));
    }

    void warm(Map<Variant, WarmRun> warm) {
        out.println();
        out.printf(Locale.ROOT, "%-32s %17s %17s%n", "Warm, ms", "first " + WarmRun.PART, "last " + WarmRun.PART);
        out.printf(
                Locale.ROOT,
                "%-32s %8s %8s %8s %8s%n",
                "of " + WarmRun.REQUESTS + " requests",
                "median",
                "p99",
                "median",
                "p99");
        warm.forEach((variant, run) -> {
            var first = run.first();
            var last = run.last();
            out.printf(
                    Locale.ROOT,
                    "%-32s %8.2f %8.2f %8.2f %8.2f%n",
                    variant.title(),
                    first.median(),
                    first.percentile(99),
                    last.median(),
                    last.percentile(99));
        });
    }

    void ratios(List<Figure> ratios) {
        figures("Ratios", ratios);
    }

    void limits(List<Figure> figures) {
        figures("Limits", figures);
    }

    private void figures(String title, List<Figure> figures) {
        out.println();
        out.printf(Locale.ROOT, "%-41s %8s %8s%n", title, "", "limit");
        figures.forEach(
                figure -> out.printf(Locale.ROOT, "%-41s %8.2f %s%n", figure.name(), figure.value(), verdict(figure)));
    }

    void webhooks(List<WebhookRun> runs) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-28s %9s %8s %9s %12s %8s %8s%n",
                "Webhooks",
                "endpoints",
                "events",
                "events/s",
                "deliveries/s",
                "p50 ms",
                "p99 ms");
        runs.forEach(run -> out.printf(
                Locale.ROOT,
                "%-28s %9d %8d %9.1f %12.1f %8.0f %8.0f%n",
                run.name(),
                run.endpoints(),
                run.events(),
                run.perSecond(),
                run.perSecond() * run.endpoints(),
                run.latencies().median(),
                run.latencies().percentile(99)));
    }

    void charges(Map<String, Charge> charges, Map<String, Double> limits) {
        out.println();
        out.printf(Locale.ROOT, "%-32s %8s %8s %8s%n", "Capacity units", "read", "write", "limit");
        charges.forEach((name, charge) -> {
            var figure = new Figure(name, charge.sum(), limits.getOrDefault(name, Figure.NONE));
            out.printf(Locale.ROOT, "%-32s %8.1f %8.1f %s%n", name, charge.read(), charge.write(), verdict(figure));
        });
    }

    void filled(ManyTags tags, Duration time) {
        var written = tags.areWhole() ? "all" : "those near the pages";
        out.printf(Locale.ROOT, "%d tags, %s written in %d s%n", tags.count(), written, time.toSeconds());
    }

    void lists(List<ListRun> runs) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-24s %8s %6s %10s %9s %8s %8s%n",
                "Lists of 10",
                "records",
                "calls",
                "median ms",
                "own ms",
                "read",
                "limit");
        runs.forEach(run -> out.printf(
                Locale.ROOT,
                "%-24s %8d %6d %10.1f %9.1f %8.1f %s%n",
                run.name(),
                run.found(),
                run.times().calls(),
                run.times().whole().median(),
                run.times().own().median(),
                run.units().value(),
                verdict(run.units())));
    }

    void heap(ListRun list, List<Heap.Try> tries) {
        out.println();
        out.printf(Locale.ROOT, "%-32s %17s%n", "Heap for " + list.name(), "first reply, ms");
        tries.forEach(attempt -> out.printf(
                Locale.ROOT,
                "%-32s %17s%n",
                attempt.heap(),
                attempt.answered() ? Long.toString(attempt.time().toMillis()) : "none"));
    }

    private static String verdict(Figure figure) {
        return figure.limit() == Figure.NONE
                ? String.format(Locale.ROOT, "%8s", "-")
                : String.format(
                        Locale.ROOT, "%8.2f %s", figure.limit(), figure.value() <= figure.limit() ? "ok" : "over");
    }
}
