package waggle.bench;

import java.time.Duration;

/**
 * How some events went.
 *
 * @param endpoints that each of them went to, the bad ones not counted
 * @param time from the first write to the last arrival
 * @param latencies from the answer to a write to each arrival
 */
record WebhookRun(String name, int endpoints, int events, Duration time, Times latencies) {
    double perSecond() {
        return events * 1_000.0 / time.toMillis();
    }
}
