package waggle.bench.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import waggle.bench.figures.Times;
import waggle.bench.webhooks.HookCompany.Written;
import waggle.bench.webhooks.HookServer.Arrival;

/**
 * Writes of a company whose events go to all its good endpoints.
 *
 * @param good the number of good endpoints
 */
record HookLoad(HookServer server, HookCompany company, int good) {
    private static final long PATIENCE_SECONDS = 120;
    private static final int WRITERS = 4;

    /** Writes at fixed times, independent of the duration of earlier writes. */
    WebhookRun paced(String name, int events, Duration every) throws Exception {
        var begun = System.nanoTime();
        try (var clock = Executors.newScheduledThreadPool(WRITERS)) {
            var writes = IntStream.range(0, events)
                    .mapToObj(number -> clock.schedule(company::tag, every.toNanos() * number, TimeUnit.NANOSECONDS))
                    .toList();
            var written = new ArrayList<Written>();
            for (var write : writes) {
                written.add(write.get());
            }
            return run(name, begun, written);
        }
    }

    /** Writes without a pause. */
    WebhookRun burst(String name, int events) throws Exception {
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writes = IntStream.range(0, events)
                    .mapToObj(number -> CompletableFuture.supplyAsync(company::tag, threads))
                    .toList();
            return run(name, begun, writes.stream().map(CompletableFuture::join).toList());
        }
    }

    /** Replays events of the past to a new endpoint. Latencies are from the request. */
    WebhookRun replay(String name, int events) throws InterruptedException {
        var since = Instant.now();
        var past = company.past(events);
        company.replay(company.endpoint(server.good(0)), since);
        var begun = System.nanoTime();
        return run(
                name, begun, past.stream().map(tag -> new Written(tag, begun)).toList());
    }

    private WebhookRun run(String name, long begun, List<Written> written) throws InterruptedException {
        var answered = written.stream().collect(Collectors.toMap(Written::tag, Written::at));
        var arrived = firstArrivals(answered.keySet());
        var last = arrived.stream().mapToLong(Arrival::at).max().orElseThrow();
        var latencies = arrived.stream()
                .map(arrival -> latency(arrival.at(), answered.getOrDefault(arrival.tag(), begun)))
                .toList();
        return new WebhookRun(name, good, written.size(), Duration.ofNanos(last - begun), new Times(latencies));
    }

    /** An event that arrives before the reply to its write counts as 0 ms. */
    private static long latency(long arrived, long answered) {
        return Math.max(0, arrived - answered);
    }

    /** The latency of each event at each receiver. */
    private Collection<Arrival> firstArrivals(Set<String> tags) throws InterruptedException {
        var first = new HashMap<String, Arrival>();
        while (first.size() < tags.size() * good) {
            var next = server.arrivals().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("only " + first.size() + " deliveries of " + tags.size() + " events");
            }
            if (tags.contains(next.tag())) {
                first.putIfAbsent(next.receiver() + " " + next.tag(), next);
            }
        }
        return first.values();
    }
}
