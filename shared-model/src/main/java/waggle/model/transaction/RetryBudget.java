package waggle.model.transaction;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

/**
 * The time that one write may spend on retries. Each pause is longer than the one before, up to 0.12 seconds, and is
 * multiplied by a random number between 0 and 1, so that two rivals do not meet again.
 */
public final class RetryBudget {
    /** Well below the 29 seconds after which API Gateway gives up (Amazon API Gateway quotas, "Integration timeout"). */
    public static final Duration PER_WRITE = Duration.ofSeconds(10);

    private static final String CONTENTION = "Others are changing the same records; try again";
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final int LAST_DOUBLING = 2;

    private final long deadline;
    private int pauses;

    private RetryBudget(Duration time) {
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** The budget of a write that begins now. */
    public static RetryBudget perWrite() {
        return of(PER_WRITE);
    }

    public static RetryBudget of(Duration time) {
        return new RetryBudget(time);
    }

    /**
     * Makes a call of the table until no other transaction holds its item.
     *
     * @throws WaggleException {@link ErrorCode#SERVICE_UNAVAILABLE} when the time is used up
     */
    public <R> R retry(Supplier<R> call) {
        while (true) {
            try {
                return call.get();
            } catch (DynamoDbException e) {
                if (!Contention.isCauseOf(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /**
     * Waits before the next attempt.
     *
     * @throws WaggleException {@link ErrorCode#SERVICE_UNAVAILABLE} when the time is used up
     */
    public void pause() {
        var left = deadline - System.nanoTime();
        if (left <= 0) {
            throw contention();
        }
        var longest = Math.min(FIRST_PAUSE_NANOS << Math.min(pauses++, LAST_DOUBLING), LONGEST_PAUSE_NANOS);
        // All copies of a restored snapshot have the same state of any other generator.
        LockSupport.parkNanos(Math.min(new SecureRandom().nextLong(longest), left));
    }

    public boolean isUsedUp() {
        return System.nanoTime() - deadline > 0;
    }

    /** The refusal of a write that other writes of the same records always preceded. Nothing was written. */
    public static WaggleException contention() {
        return new WaggleException(ErrorCode.SERVICE_UNAVAILABLE, CONTENTION);
    }

    /** Whether a refusal is {@link #contention}, which a retry may overcome. */
    public static boolean isContention(WaggleException refusal) {
        return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE;
    }
}
