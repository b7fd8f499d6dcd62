package waggle.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures and prints the figures that the README of this module explains. */
public final class Bench {
    private static final int LONGEST_MINUTES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /**
     * Measures one subject and prints its figures.
     *
     * @param arguments the root of the checkout with the packaged functions, and the subject: {@code functions},
     *     {@code lists} or {@code webhooks}
     */
    public static void main(String[] arguments) {
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(() -> System.exit(1));
        try {
            measure(Path.of(arguments[0]), arguments[1], new Report(System.out));
        } catch (Exception e) {
            LOG.error("the measurement broke off", e);
            System.exit(1);
        }
        System.exit(0); // what the cloud was made of may keep threads
    }

    private static void measure(Path root, String what, Report report) throws Exception {
        try (var cloud = BenchCloud.start()) {
            var directory = Files.createTempDirectory("waggle-bench");
            switch (what) {
                case "functions" -> functions(Candidates.of(root, cloud, directory), cloud, report);
                case "lists" -> lists(new Heap(root, cloud, directory), cloud, report);
                case "webhooks" -> webhooks(cloud, report);
                default -> throw new IllegalArgumentException("there is no benchmark of " + what);
            }
        }
    }

    /** The packaged functions against a plain handler. */
    private static void functions(List<Candidate> candidates, BenchCloud cloud, Report report) {
        report.machine();
        report.lambda(candidates.getFirst().function().lambdaJvmArguments());
        var cold = ColdStarts.measure(candidates);
        report.cold(cold);
        var warm = WarmRun.measure(candidates);
        report.warm(warm);
        report.ratios(new Ratios(cold, warm).all());
        report.charges(CapacityUnits.measure(cloud), CapacityUnits.LIMITS);
    }

    private static void lists(Heap heap, BenchCloud cloud, Report report) {
        report.machine();
        var tags = new ManyTags(Integer.getInteger("waggle.records"));
        report.filled(tags, tags.write(cloud));
        var lists = Lists.measure(cloud, tags);
        report.lists(lists.runs());
        report.ratios(lists.ratios());
        lists.largest().ifPresent(list -> report.heap(list, heap.tries(list)));
    }

    private static void webhooks(BenchCloud cloud, Report report) throws Exception {
        report.machine();
        var webhooks = Webhooks.measure(cloud.cloud());
        report.webhooks(webhooks.runs());
        report.limits(webhooks.limits());
    }
}
