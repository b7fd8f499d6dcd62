package waggle.bench.start;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import waggle.bench.capacity.Charge;
import waggle.bench.figures.Figure;
import waggle.bench.figures.Times;

/** Prints starts, warm requests and capacity units as plain tables. */
final class StartReport {
    private final PrintStream out;

    StartReport(PrintStream out) {
        this.out = out;
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

    void charges(Map<String, Charge> charges, Map<String, Double> limits) {
        out.println();
        out.printf(Locale.ROOT, "%-32s %8s %8s %8s%n", "Capacity units", "read", "write", "limit");
        charges.forEach((name, charge) -> {
            var figure = new Figure(name, charge.sum(), limits.getOrDefault(name, Figure.NONE));
            out.printf(Locale.ROOT, "%-32s %8.1f %8.1f %s%n", name, charge.read(), charge.write(), figure.verdict());
        });
    }
}
