package waggle.delivery;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds what may take for ever.
 *
 * @param length how long to wait for it
 */
record Deadline(Duration length) {
    /**
     * Does the work on a thread of its own, as a name that is being resolved can be left but not stopped.
     *
     * @param cut ends the work's connection, or keeps it from making one
     */
    void within(Callable<?> work, Runnable cut) throws TimeoutException, ExecutionException {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("delivery").start(task);
        try {
            task.get(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted during a call");
        } finally {
            cut.run();
        }
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
