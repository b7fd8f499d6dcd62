package waggle.cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes everything registered with it, in reverse order of registration. */
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<AutoCloseable> registered = new ArrayDeque<>();

    <T extends AutoCloseable> T register(T closeable) {
        registered.push(closeable);
        return closeable;
    }

    /** Logs a failure to close one object, and closes the others. */
    @Override
    public void close() {
        while (!registered.isEmpty()) {
            var closeable = registered.pop();
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("{} cannot be closed", closeable.getClass().getSimpleName(), e);
            }
        }
    }
}
