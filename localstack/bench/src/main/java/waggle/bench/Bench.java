package waggle.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.contention.ContentionBench;
import waggle.bench.daily.DailyBench;
import waggle.bench.lists.ListBench;
import waggle.bench.live.LiveBench;
import waggle.bench.memory.MemoryBench;
import waggle.bench.start.StartBench;
import waggle.bench.webhooks.WebhookBench;

/** Measures and prints the figures that the README of this module explains. */
public final class Bench {
    private static final int LONGEST_MINUTES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /**
     * Measures one subject and prints its figures.
     *
     * @param arguments the root of the checkout with the packaged functions, and the subject: {@code functions},
     *     {@code lists}, {@code memory}, {@code webhooks}, {@code replay}, {@code live}, {@code daily} or {@code contention}
     */
    public static void main(String[] arguments) {
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(() -> System.exit(1));
        try {
            measure(Path.of(arguments[0]), arguments[1], System.out);
        } catch (Exception e) {
            LOG.error("the measurement broke off", e);
            System.exit(1);
        }
        System.exit(0); // the cloud may leave threads behind
    }

    private static void measure(Path root, String subject, PrintStream out) throws Exception {
        machine(out);
        if (subject.equals("contention")) {
            ContentionBench.run(System.getProperty("waggle.before", ""), out);
            return;
        }
        if (subject.equals("daily")) {
            DailyBench.run(Integer.getInteger("waggle.records"), out);
            return;
        }
        if (subject.equals("memory")) {
            MemoryBench.run(root, out);
            return;
        }
        try (var cloud = BenchCloud.start()) {
            var directory = Files.createTempDirectory("waggle-bench");
            switch (subject) {
                case "functions" -> StartBench.run(root, cloud, directory, out);
                case "lists" -> ListBench.run(root, cloud, directory, Integer.getInteger("waggle.records"), out);
                case "webhooks" -> WebhookBench.run(cloud.cloud(), out);
                case "replay" -> WebhookBench.replay(cloud.cloud(), out);
                case "live" -> LiveBench.run(cloud.cloud(), out);
                default ->
                    throw new IllegalArgumentException(
                            "the subject must be functions, lists, memory, webhooks, replay, live, daily or contention, not "
                                    + subject);
            }
        }
    }

    private static void machine(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Java %s, %d processors%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
    }
}
