package waggle.cloud.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A function whose events tests can read. */
public final class WatchedLambda implements Lambda {
    private final Lambda function;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

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

    @Override
    public byte[] invoke(byte[] event) {
        watchers.forEach(watcher -> watcher.accept(new String(event, StandardCharsets.UTF_8)));
        return function.invoke(event);
    }

    @Override
    public void close() {
        function.close();
    }
}
