package waggle.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the packaged functions against a plain handler and prints the figures; its README says what they mean. */
public final class Bench {
    private static final int LONGEST_MINUTES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /**
     * Measures everything and prints it.
     *
     * @param arguments the root of the checkout, where the packaged functions are
     */
    public static void main(String[] arguments) {
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(() -> System.exit(1));
        try {
            measure(Path.of(arguments[0]), new Report(System.out));
        } catch (Exception e) {
            LOG.error("the measurement broke off", e);
            System.exit(1);
        }
        System.exit(0); // what the cloud was made of may keep threads
    }

    private static void measure(Path root, Report report) throws Exception {
        try (var cloud = BenchCloud.start()) {
            var candidates = Candidates.of(root, cloud, Files.createTempDirectory("waggle-bench"));
            report.machine(candidates.getFirst().function().lambdaJvmArguments());
            var cold = ColdStarts.measure(candidates);
            report.cold(cold);
            var warm = WarmRun.measure(candidates);
            report.warm(warm);
            report.ratios(new Ratios(cold, warm).all());
            report.charges(CapacityUnits.measure(cloud), CapacityUnits.LIMITS);
        }
    }
}
