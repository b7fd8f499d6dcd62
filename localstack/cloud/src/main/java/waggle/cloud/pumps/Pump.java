package waggle.cloud.pumps;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing over and over, until it is closed; what fails is done again. */
public final class Pump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stroke stroke;
    private final Thread thread;
    private volatile boolean closed;

    private Pump(String name, Stroke stroke) {
        this.stroke = stroke;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    static Pump start(String name, Stroke stroke) {
        var pump = new Pump(name, stroke);
        pump.thread.start();
        return pump;
    }

    /** One turn of it. */
    @FunctionalInterface
    interface Stroke {
        /** How long to wait for the next turn. */
        Duration run() throws InterruptedException;
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(stroke());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // one failure must not end it
    private Duration stroke() throws InterruptedException {
        try {
            return stroke.run();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("{} failed, and goes on", thread.getName(), e);
            }
            return AFTER_FAILURE;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
