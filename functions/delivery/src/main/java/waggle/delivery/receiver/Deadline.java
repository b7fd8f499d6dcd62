package waggle.delivery.receiver;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A limit on the time that a caller waits for work.
 *
 * @param length the longest wait
 */
public record Deadline(Duration length) {
    /**
     * Runs the work on its own thread. Name resolution cannot be interrupted, so the caller leaves that thread behind when
     * the time is up.
     *
     * @param cut closes the work's connection, or prevents one that is not open yet
     * @throws CancellationException if the calling thread is interrupted
     */
    public void within(Callable<?> work, Runnable cut) throws TimeoutException, ExecutionException {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("delivery").start(task);
        try {
            task.get(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted during a call");
        } finally {
            end(cut);
        }
    }

    /** The HTTP client throws this exception if the work releases the connection at the very same moment. */
    private static void end(Runnable cut) {
        try {
            cut.run();
        } catch (IllegalStateException released) {
            // The connection is gone, as it should be.
        }
    }

    /** Returns seconds as in {@code 0.3 s}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
