package waggle.http.resource;

import java.time.Duration;
import waggle.model.transaction.RetryBudget;

/**
 * The time of a batch, which is that of a single write: the reply must arrive before the gateway gives up. A change that other
 * writers precede leaves time to those after it.
 */
final class BatchTime {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final long end = System.nanoTime() + RetryBudget.PER_WRITE.toNanos();

    /** The time that the next change may spend on retries; zero if there is none left to begin it. */
    Duration next() {
        var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
