package waggle.bench.live;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import waggle.bench.figures.Times;
import waggle.cloud.Cloud;

/** Measures and prints the time from the reply to a write to its message, and what idle connections cost. */
public final class LiveBench {
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final int EVENTS = 50;
    private static final int GOOD = 20;
    private static final int MANY = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LiveBench() {}

    public static void run(Cloud cloud, PrintStream out) throws Exception {
        // Compiles the code of the path.
        measure(cloud, 1);
        out.printf(Locale.ROOT, "%n%-36s %8s %8s%n", "Live updates, from the reply to the message", "p50 ms", "p99 ms");
        for (var connections : List.of(1, 100, MANY)) {
            print(out, connections + " connections", measure(cloud, connections));
        }
        idle(cloud, out);
        badClients(cloud, out);
    }

    private static Times measure(Cloud cloud, int connections) throws InterruptedException {
        var company = new LiveCompany(cloud);
        var clients = company.connect(connections);
        try {
            return latencies(company, clients);
        } finally {
            clients.forEach(LiveClient::close);
        }
    }

    private static Times latencies(LiveCompany company, List<LiveClient> clients) throws InterruptedException {
        var written = new HashMap<String, Long>();
        for (var i = 0; i < EVENTS; i++) {
            var next = System.nanoTime() + EVERY.toNanos();
            written.put(company.tag(), System.nanoTime());
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (clients.stream().anyMatch(client -> !client.heard().keySet().containsAll(written.keySet()))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a client did not hear every event");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        var latencies = new ArrayList<Long>();
        clients.forEach(client -> written.forEach((tag, at) -> latencies.add(latency(client.heard(), tag, at))));
        return new Times(latencies);
    }

    /** A message that arrives before the reply to its write counts as 0 ms. */
    private static long latency(Map<String, Long> heard, String tag, long written) {
        return Math.max(0, heard.getOrDefault(tag, written) - written);
    }

    private static void print(PrintStream out, String name, Times times) {
        out.printf(Locale.ROOT, "%-36s %8.0f %8.0f%n", name, times.median(), times.percentile(99));
    }

    /** The clients are in this process, too. */
    private static void idle(Cloud cloud, PrintStream out) throws InterruptedException {
        var company = new LiveCompany(cloud);
        var before = memory();
        var busyBefore = share();
        var clients = company.connect(MANY);
        var after = memory();
        var busy = share();
        out.printf(
                Locale.ROOT,
                "%n%d idle connections with their clients: %.1f MB of heap, %.1f %% of a processor (%.1f %% without)%n",
                clients.size(),
                (after - before) / 1e6,
                busy,
                busyBefore);
        clients.forEach(LiveClient::close);
    }

    private static long memory() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double share() throws InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var begun = system.getProcessCpuTime();
        TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
        return 100.0 * (system.getProcessCpuTime() - begun) / IDLE.toNanos();
    }

    private static void badClients(Cloud cloud, PrintStream out) throws InterruptedException {
        var company = new LiveCompany(cloud);
        var good = company.connect(GOOD);
        out.println();
        print(out, GOOD + " connections", latencies(company, good));
        var isOver = new AtomicBoolean();
        var bad = List.of(
                Thread.startVirtualThread(() -> again(isOver, () -> garbage(company))),
                Thread.startVirtualThread(() -> again(isOver, () -> greedy(company))),
                Thread.startVirtualThread(() -> again(isOver, () -> silent(company))));
        print(out, "the same with three bad clients", latencies(company, good));
        isOver.set(true);
        for (var thread : bad) {
            thread.join();
        }
        good.forEach(LiveClient::close);
    }

    private static void again(AtomicBoolean isOver, Runnable client) {
        while (!isOver.get()) {
            client.run();
        }
    }

    /** Sends what is no message until it is disconnected. */
    private static void garbage(LiveCompany company) {
        try (var client = new LiveClient(company.address(company.reader()))) {
            for (var i = 0; i < 1_000 && client.send("{\"action\":\"" + "x".repeat(1_000)); i++) {
                Thread.onSpinWait();
            }
        }
    }

    /** Subscribes to everything, as often as it may. */
    private static void greedy(LiveCompany company) {
        try (var client = new LiveClient(company.address(company.reader()))) {
            for (var i = 0; i < 8; i++) {
                client.send("{\"action\":\"subscribe\",\"id\":\"s" + i + "\",\"types\":[\"*\"],\"full\":true}");
            }
            sleep();
        }
    }

    /** Reads nothing. */
    private static void silent(LiveCompany company) {
        var address = company.address(company.reader());
        var socket = connect(address);
        socket.sendText("{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"],\"full\":true}", true)
                .join();
        sleep();
        socket.abort();
    }

    private static WebSocket connect(URI address) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket opened) {
                        // It never asks for a message.
                    }
                })
                .join();
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
