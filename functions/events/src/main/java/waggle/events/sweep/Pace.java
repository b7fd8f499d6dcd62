package waggle.events.sweep;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The pace of a sweep.
 *
 * @param portion tasks of one endpoint that are sent at a time
 * @param pauses the most pauses in a row without a new portion; then the next sweep continues
 * @param pause waits before the next look at endpoints that work off their tasks
 */
public record Pace(int portion, int pauses, Runnable pause) {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The pace in Lambda: as long as endpoints work off their tasks, a sweep uses its whole time. */
    static final Pace IN_LAMBDA = new Pace(500, Integer.MAX_VALUE, () -> LockSupport.parkNanos(PAUSE.toNanos()));
}
