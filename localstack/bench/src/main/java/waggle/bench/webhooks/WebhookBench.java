package waggle.bench.webhooks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import waggle.bench.figures.Figure;
import waggle.cloud.Cloud;

/** Measures and prints the latency of webhooks. */
public final class WebhookBench {
    private WebhookBench() {}

    public static void run(Cloud cloud, PrintStream out) throws Exception {
        var webhooks = Webhooks.measure(cloud);
        print(webhooks.runs(), out);
        Figure.print(out, "Limits", webhooks.limits());
    }

    /** Measures and prints only the replay of events of the past. */
    public static void replay(Cloud cloud, PrintStream out) throws Exception {
        var replay = Webhooks.replay(cloud);
        print(List.of(replay), out);
        Figure.print(out, "Limits", List.of(Webhooks.limit(replay)));
    }

    private static void print(List<WebhookRun> runs, PrintStream out) {
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
}
