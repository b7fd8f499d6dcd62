package waggle.cloud.poller;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step on a thread of its own until it is closed. A step that fails is repeated after a second. */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(20);

    private final Step step;
    private final boolean isInterruptible;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Poller(String name, Step step, boolean isInterruptible) {
        this.step = step;
        this.isInterruptible = isInterruptible;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Starts a poller that completes its step when it is closed. */
    static Poller start(String name, Step step) {
        return start(new Poller(name, step, false));
    }

    /** Starts a poller that interrupts its step when it is closed. */
    static Poller startInterruptible(String name, Step step) {
        return start(new Poller(name, step, true));
    }

    private static Poller start(Poller poller) {
        poller.thread.start();
        return poller;
    }

    /** One step. */
    @FunctionalInterface
    interface Step {
        /** Runs the step and returns the delay before the next one. */
        Duration run() throws InterruptedException;
    }

    private void run() {
        try {
            var delay = Duration.ZERO;
            while (!closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                delay = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a failed step must not end the thread
    private Duration step() throws InterruptedException {
        try {
            return step.run();
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.warn("{} failed and is repeated", thread.getName(), e);
            }
            return RETRY_DELAY;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (isInterruptible) {
            thread.interrupt();
        }
        try {
            thread.join(JOIN_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
