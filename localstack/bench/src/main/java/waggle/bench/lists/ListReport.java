package waggle.bench.lists;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints the figures of lists as plain tables. */
final class ListReport {
    private final PrintStream out;

    ListReport(PrintStream out) {
        this.out = out;
    }

    void filled(ManyTags tags, Duration time) {
        var written = tags.areWhole() ? "all" : "those near the pages";
        out.printf(Locale.ROOT, "%d tags, %s written in %d s%n", tags.count(), written, time.toSeconds());
    }

    void lists(List<ListRun> runs) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-30s %8s %6s %10s %9s %8s %8s%n",
                "Lists of 10",
                "records",
                "calls",
                "median ms",
                "own ms",
                "read",
                "limit");
        runs.forEach(run -> out.printf(
                Locale.ROOT,
                "%-30s %8d %6d %10.1f %9.1f %8.1f %s%n",
                run.name(),
                run.found(),
                run.times().calls(),
                run.times().whole().median(),
                run.times().own().median(),
                run.units().value(),
                run.units().verdict()));
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
}
