package waggle.model;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** How long tests wait for what must come. */
public final class Patience {
    /** Enough for a machine under load. A test that passes waits only as long as it must. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    /** Reads without a pause would take a processor and the table from what a test waits for. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    /**
     * Something that a test reads again and again.
     *
     * @param <E> what the reading may throw
     */
    public interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** Reads until the value is as expected, or until the time is over. Returns the last value, so that a test can check it. */
    public static <T, E extends Exception> T until(Reading<T, E> reading, Predicate<? super T> expected) throws E {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var found = reading.read();
        while (!expected.test(found) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = reading.read();
        }
        return found;
    }
}
