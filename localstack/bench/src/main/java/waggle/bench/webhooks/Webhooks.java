package waggle.bench.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import waggle.bench.figures.Figure;
import waggle.cloud.Cloud;

/**
 * Measures the time of events from the write to the endpoints, without and with bad endpoints beside the good ones.
 *
 * @param paced writes at fixed times, which measure latency
 * @param bursts writes without a pause, which measure throughput
 * @param alone good endpoints only, round by round
 * @param beside the same with bad endpoints beside them, alternating with the rounds alone
 * @param replay events of the past
 */
record Webhooks(
        List<WebhookRun> paced,
        List<WebhookRun> bursts,
        List<WebhookRun> alone,
        List<WebhookRun> beside,
        WebhookRun replay) {
    private static final double SLOWEST_MEDIAN = 1_000;
    private static final double LARGEST_SHARE_OF_OTHERS = 2;
    private static final int REPLAYED = 10_000;

    /** 50 events a second. */
    private static final double LONGEST_REPLAY_SECONDS = REPLAYED / 50.0;

    private static final int WARM_UP = 200;
    private static final int GOOD = 5;
    private static final int EVENTS = 300;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final int ROUNDS = 3;
    private static final int EVENTS_OF_A_ROUND = 200;

    /** The time until the last call to a deleted bad endpoint has ended. */
    private static final Duration CALM = Duration.ofSeconds(20);

    static Webhooks measure(Cloud cloud) throws Exception {
        try (var server = HookServer.start()) {
            var one = load(cloud, server, 1);
            var many = load(cloud, server, 100);
            one.burst("warm-up", WARM_UP);
            many.burst("warm-up", 2);
            var paced = List.of(
                    one.paced("10 events a second", EVENTS, Duration.ofMillis(100)),
                    many.paced("an event every 2 seconds", 30, Duration.ofSeconds(2)));
            var bursts = List.of(one.burst("without a pause", EVENTS), many.burst("without a pause", 10));
            var alone = new ArrayList<WebhookRun>();
            var beside = new ArrayList<WebhookRun>();
            for (var round = 0; round < ROUNDS; round++) {
                alone.add(load(cloud, server, GOOD).paced("5 events a second", EVENTS_OF_A_ROUND, EVERY));
                beside.add(besideBad(cloud, server));
                Thread.sleep(CALM);
            }
            return new Webhooks(paced, bursts, alone, beside, replay(cloud, server));
        }
    }

    /** Only the replay of events of the past. */
    static WebhookRun replay(Cloud cloud) throws Exception {
        try (var server = HookServer.start()) {
            return replay(cloud, server);
        }
    }

    private static WebhookRun replay(Cloud cloud, HookServer server) throws InterruptedException {
        return new HookLoad(server, new HookCompany(cloud), 1).replay("replayed", REPLAYED);
    }

    private static HookLoad load(Cloud cloud, HookServer server, int good) {
        var company = new HookCompany(cloud);
        for (var number = 0; number < good; number++) {
            company.endpoint(server.good(number));
        }
        return new HookLoad(server, company, good);
    }

    private static WebhookRun besideBad(Cloud cloud, HookServer server) throws Exception {
        var load = load(cloud, server, GOOD);
        var bad = Stream.of(server.bad()).map(load.company()::endpoint).toList();
        var run = load.paced("the same with 3 bad ones", EVENTS_OF_A_ROUND, EVERY);
        bad.forEach(load.company()::remove);
        return run;
    }

    List<WebhookRun> runs() {
        return Stream.of(paced, bursts, alone, beside, List.of(replay))
                .flatMap(List::stream)
                .toList();
    }

    List<Figure> limits() {
        return Stream.concat(
                        paced.stream()
                                .map(run -> new Figure(
                                        "median ms, endpoints: " + run.endpoints(),
                                        run.latencies().median(),
                                        SLOWEST_MEDIAN)),
                        Stream.of(
                                new Figure(
                                        "p99, with bad ones / without",
                                        middle99(beside) / middle99(alone),
                                        LARGEST_SHARE_OF_OTHERS),
                                limit(replay)))
                .toList();
    }

    static Figure limit(WebhookRun replay) {
        return new Figure(
                "s, replay of " + REPLAYED + " events", replay.time().toMillis() / 1_000.0, LONGEST_REPLAY_SECONDS);
    }

    /** The median of the rounds' 99th percentiles, so that one disturbed round does not count. */
    private static double middle99(List<WebhookRun> rounds) {
        return rounds.stream()
                .map(round -> round.latencies().percentile(99))
                .sorted()
                .toList()
                .get(rounds.size() / 2);
    }
}
