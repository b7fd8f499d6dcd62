package waggle.cloud.listen;

import java.time.Duration;

/** Waits until there may be new events. */
@FunctionalInterface
public interface Waiting {
    /** 40 requests per minute, of the 100 that a key may send. */
    Duration INTERVAL = Duration.ofMillis(1_500);

    void untilNext() throws InterruptedException;

    /** Returns after an interval, whatever happens. */
    static Waiting polling() {
        return () -> Thread.sleep(INTERVAL);
    }
}
