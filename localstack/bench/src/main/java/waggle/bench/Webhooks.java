package waggle.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import waggle.cloud.Cloud;

/**
 * How fast events get from the write to the endpoints, and what bad endpoints do to the good ones beside them.
 *
 * @param paced slower than events could be worked off: how long one takes
 * @param bursts as fast as can be written: how many there are in a second
 * @param alone some good endpoints
 * @param beside the same with bad ones beside them
 */
record Webhooks(List<WebhookRun> paced, List<WebhookRun> bursts, WebhookRun alone, WebhookRun beside) {
    private static final double SLOWEST_MEDIAN = 1_000;
    private static final double LARGEST_SHARE_OF_OTHERS = 2;
    private static final int WARM_UP = 200;
    private static final int GOOD = 5;
    private static final int EVENTS = 300;
    private static final Duration EVERY = Duration.ofMillis(200);

    static Webhooks measure(Cloud cloud) throws Exception {
        try (var server = HookServer.start()) {
            var one = load(cloud, server, 1);
            var many = load(cloud, server, 100);
            one.burst("warm-up", WARM_UP);
            many.burst("warm-up", 2);
            var paced = List.of(
                    one.paced("10 events a second", EVENTS, Duration.ofMillis(100)),
                    many.paced("an event every 2 seconds", 30, Duration.ofSeconds(2)));
            var bursts = List.of(one.burst("as fast as can be", EVENTS), many.burst("as fast as can be", 10));
            var alone = load(cloud, server, GOOD).paced("5 events a second", EVENTS, EVERY);
            return new Webhooks(paced, bursts, alone, besideBad(cloud, server));
        }
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
        for (var bad : server.bad()) {
            load.company().endpoint(bad);
        }
        return load.paced("the same beside 3 bad ones", EVENTS, EVERY);
    }

    List<WebhookRun> runs() {
        return Stream.of(paced.stream(), Stream.of(alone, beside), bursts.stream())
                .flatMap(some -> some)
                .toList();
    }

    List<Figure> limits() {
        return Stream.concat(
                        paced.stream()
                                .map(run -> new Figure(
                                        "median ms, endpoints: " + run.endpoints(),
                                        run.latencies().median(),
                                        SLOWEST_MEDIAN)),
                        Stream.of(new Figure(
                                "p99, beside bad ones / alone",
                                beside.latencies().percentile(99)
                                        / alone.latencies().percentile(99),
                                LARGEST_SHARE_OF_OTHERS)))
                .toList();
    }
}
