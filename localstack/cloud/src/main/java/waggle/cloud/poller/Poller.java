package waggle.cloud.poller;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step on a thread of its own until it is closed. A step that fails is repeated after a second. */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(20);

    private final Step step;
    private final Thread thread;
    private volatile boolean closed;

    private Poller(String name, Step step) {
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    static Poller start(String name, Step step) {
        var poller = new Poller(name, step);
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
        while (!closed) {
            try {
                Thread.sleep(step());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a failed step must not end the thread
    private Duration step() throws InterruptedException {
        try {
            return step.run();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("{} failed and is repeated", thread.getName(), e);
            }
            return RETRY_DELAY;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(JOIN_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
