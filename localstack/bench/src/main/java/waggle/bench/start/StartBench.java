package waggle.bench.start;

import java.io.PrintStream;
import java.nio.file.Path;
import waggle.bench.capacity.CapacityUnits;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.figures.Figure;

/** Measures the packaged functions against a plain handler. */
public final class StartBench {
    private StartBench() {}

    /**
     * Measures and prints.
     *
     * @param root the root of the checkout with the packaged functions
     * @param directory for the caches and the output of the functions
     */
    public static void run(Path root, BenchCloud cloud, Path directory, PrintStream out) {
        var candidates = Candidates.of(root, cloud, directory);
        var report = new StartReport(out);
        report.lambda(candidates.getFirst().function().lambdaJvmArguments());
        var cold = ColdStarts.measure(candidates);
        report.cold(cold);
        var warm = WarmRun.measure(candidates);
        report.warm(warm);
        Figure.print(out, "Ratios", new Ratios(cold, warm).all());
        report.charges(CapacityUnits.measure(cloud), CapacityUnits.LIMITS);
    }
}
