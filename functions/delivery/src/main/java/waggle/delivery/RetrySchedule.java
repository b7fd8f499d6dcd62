package waggle.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a delivery is attempted (contract §6): at once, and after ever longer waits until all are used up. */
public final class RetrySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final int QUICK_ATTEMPTS = 2;
    private static final double JITTER = 0.1;
    private static final int PATIENCE = 2;

    private final List<Duration> waits;
    private final RandomGenerator random;

    /**
     * The contract's schedule, ten attempts within some 75 hours.
     *
     * @param random for the jitter
     */
    public RetrySchedule(RandomGenerator random) {
        this(WAITS, random);
    }

    /**
     * A schedule of one's own.
     *
     * @param waits before each attempt, the first included
     * @param random for the jitter
     */
    public RetrySchedule(List<Duration> waits, RandomGenerator random) {
        this.waits = List.copyOf(waits);
        this.random = random;
    }

    /**
     * How long to wait for the next attempt: as scheduled or up to 10 % longer, and as long as the receiver asks for, up to
     * twice as scheduled.
     *
     * @param attemptsMade from 0
     * @param retryAfter what the last reply asked for, if it did
     * @return empty if that was the last
     */
    public Optional<Duration> next(int attemptsMade, @Nullable Duration retryAfter) {
        if (attemptsMade >= waits.size()) {
            return Optional.empty();
        }
        var scheduled = waits.get(attemptsMade);
        var wait = withJitter(scheduled);
        return Optional.of(
                retryAfter == null ? wait : longer(wait, shorter(retryAfter, scheduled.multipliedBy(PATIENCE))));
    }

    /** Whether the attempt after so many is a quick one, which later events of the same record wait for. */
    public boolean isQuick(int attemptsMade) {
        return attemptsMade < QUICK_ATTEMPTS;
    }

    private Duration withJitter(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
