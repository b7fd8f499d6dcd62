package waggle.cloud.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A function whose events tests can read. */
public final class WatchedLambda implements Lambda {
    private final Lambda function;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();

    public WatchedLambda(Lambda function) {
        this.function = function;
    }

    /** Tells a watcher every event from now on, as JSON. */
    public void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    public void stop(Consumer<String> watcher) {
        watchers.remove(watcher);
    }

    /** Tells the end of each invocation, from now on. */
    public void watchEnds(Runnable ended) {
        ends.add(ended);
    }

    public void stopEnds(Runnable ended) {
        ends.remove(ended);
    }

    @Override
    public byte[] invoke(byte[] event) {
        watchers.forEach(watcher -> watcher.accept(new String(event, StandardCharsets.UTF_8)));
        try {
            return function.invoke(event);
        } finally {
            ends.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        function.close();
    }
}
