package waggle.bench.live;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
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
    private static final Duration SLOWLY = Duration.ofSeconds(2);
    private static final int EVENTS = 50;
    private static final int GOOD = 20;
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MILLI = 1e6;

    private LiveBench() {}

    public static void run(Cloud cloud, PrintStream out) throws Exception {
        // Compiles the code of the path.
        measure(cloud, 1, EVERY);
        // First, since the table and the stream still keep what later rounds have written.
        idle(cloud, out);
        out.printf(Locale.ROOT, "%n%-44s %8s %8s%n", "Live updates, from the reply to the message", "p50 ms", "p99 ms");
        for (var connections : List.of(1, 100, MANY)) {
            print(out, connections + " connections, a write in 200 ms", measure(cloud, connections, EVERY));
        }
        print(out, MANY + " connections, a write in 2 s", measure(cloud, MANY, SLOWLY));
        badClients(cloud, out);
    }

    private static Times measure(Cloud cloud, int connections, Duration every) throws InterruptedException {
        var company = new LiveCompany(cloud);
        try (var clients = company.connect(connections)) {
            return latencies(company, clients, every);
        }
    }

    private static Times latencies(LiveCompany company, Clients clients, Duration every) throws InterruptedException {
        var before = clients.heard();
        var written = new HashMap<String, Long>();
        for (var i = 0; i < EVENTS; i++) {
            var next = System.nanoTime() + every.toNanos();
            written.put(company.tag(), LiveClient.now());
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (clients.heard() < before + clients.size() * EVENTS) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a client did not hear every event");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return new Times(clients.arrivals().stream()
                .filter(arrival -> written.containsKey(arrival.tag()))
                .map(arrival -> latency(arrival, written))
                .toList());
    }

    /** A message that arrives before the reply to its write counts as 0 ms. */
    private static long latency(Clients.Arrival arrival, Map<String, Long> written) {
        return TimeUnit.MICROSECONDS.toNanos(
                Math.max(0, arrival.at() - written.getOrDefault(arrival.tag(), arrival.at())));
    }

    private static void print(PrintStream out, String name, Times times) {
        out.printf(Locale.ROOT, "%-44s %8.0f %8.0f%n", name, times.median(), times.percentile(99));
    }

    private static void idle(Cloud cloud, PrintStream out) throws Exception {
        var company = new LiveCompany(cloud);
        var without = Footprint.measure();
        try (var clients = company.connect(MANY)) {
            var with = Footprint.measure();
            out.printf(
                    Locale.ROOT,
                    "%d idle connections: %.1f MB of heap, %.1f MB resident, %.1f s of a processor in a minute (%.1f s without)%n",
                    clients.size(),
                    (with.heap() - without.heap()) / MILLI,
                    (with.resident() - without.resident()) / MILLI,
                    with.processor(),
                    without.processor());
        }
    }

    private static void badClients(Cloud cloud, PrintStream out) throws InterruptedException {
        var company = new LiveCompany(cloud);
        try (var good = company.connect(GOOD)) {
            out.println();
            print(out, GOOD + " connections", latencies(company, good, EVERY));
            badClients(company, good, out);
        }
    }

    private static void badClients(LiveCompany company, Clients good, PrintStream out) throws InterruptedException {
        var isOver = new AtomicBoolean();
        var bad = List.of(
                Thread.startVirtualThread(() -> again(isOver, () -> garbage(company))),
                Thread.startVirtualThread(() -> again(isOver, () -> greedy(company))),
                Thread.startVirtualThread(() -> again(isOver, () -> silent(company))));
        print(out, "the same with three bad clients", latencies(company, good, EVERY));
        isOver.set(true);
        for (var thread : bad) {
            thread.join();
        }
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
