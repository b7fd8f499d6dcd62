package waggle.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The times of a delivery's attempts: the first at once, then retries after growing waits. */
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
    private static final int LONGEST_FACTOR = 2;

    private final List<Duration> waits;
    private final RandomGenerator random;

    /**
     * Uses the default schedule: ten attempts within about 75 hours.
     *
     * @param random source of the jitter
     */
    public RetrySchedule(RandomGenerator random) {
        this(WAITS, random);
    }

    /**
     * Uses another schedule.
     *
     * @param waits wait before each attempt, the first included
     * @param random source of the jitter
     */
    public RetrySchedule(List<Duration> waits, RandomGenerator random) {
        this.waits = List.copyOf(waits);
        this.random = random;
    }

    /**
     * Returns the wait before the next attempt: the scheduled wait with up to 10 % of jitter, or the wait that the receiver
     * asked for if that is longer, at most twice the scheduled one.
     *
     * @param attemptsMade 0 before the first attempt
     * @param retryAfter wait that the last reply asked for; null if it did not
     * @return empty after the last attempt
     */
    public Optional<Duration> next(int attemptsMade, @Nullable Duration retryAfter) {
        if (attemptsMade >= waits.size()) {
            return Optional.empty();
        }
        var scheduled = waits.get(attemptsMade);
        var wait = withJitter(scheduled);
        return Optional.of(
                retryAfter == null ? wait : longer(wait, shorter(retryAfter, scheduled.multipliedBy(LONGEST_FACTOR))));
    }

    /** Whether the next attempt is a quick one. Later events of the same record wait for quick attempts. */
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
