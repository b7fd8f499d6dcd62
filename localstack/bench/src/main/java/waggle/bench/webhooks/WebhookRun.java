package waggle.bench.webhooks;

import java.time.Duration;
import waggle.bench.figures.Times;

/**
 * The deliveries of some events.
 *
 * @param endpoints the number of good endpoints of each event
 * @param time from the first write to the last arrival
 * @param latencies from the reply to a write to each arrival
 */
record WebhookRun(String name, int endpoints, int events, Duration time, Times latencies) {
    double perSecond() {
        return events * 1_000.0 / time.toMillis();
    }
}
