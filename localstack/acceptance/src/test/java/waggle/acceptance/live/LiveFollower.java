package waggle.acceptance.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that connects again after every disconnect, resumes after the last event, and drops what it has seen,
 * with versions below the last one of a record: the first resumption may begin before the first subscription.
 */
final class LiveFollower implements AutoCloseable {
    private static final int PARTS = 10;

    private final Supplier<URI> url;
    private final String types;
    private final Thread thread;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<Integer>> versions = new ConcurrentHashMap<>();
    private volatile boolean isClosed;
    private volatile @Nullable LiveClient client;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private @Nullable String last;
    private int events;

    /** @param url of one connection each */
    LiveFollower(Supplier<URI> url, String types) {
        this.url = url;
        this.types = types;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    /** The versions of each record, in the order of their arrival. */
    Map<String, List<Integer>> versions() {
        return versions;
    }

    int connections() {
        return connections.get();
    }

    /** How often the server told that events are missing. */
    int resets() {
        return resets.get();
    }

    /** Cuts the connection, if there is one. */
    void cut() {
        var open = client;
        if (open != null) {
            open.cut();
        }
    }

    private void follow() {
        while (!isClosed) {
            try (var open = LiveClient.open(url.get())) {
                client = open;
                connections.incrementAndGet();
                open.send("{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"%s\"]%s}"
                        .formatted(types, last == null ? "" : ",\"after\":\"" + last + "\""));
                while (!isClosed && read(open)) {
                    Thread.onSpinWait();
                }
            } catch (CompletionException | LiveClient.Refused noConnection) {
                Thread.onSpinWait();
            } finally {
                client = null;
            }
        }
    }

    /** Returns whether the connection is still good. */
    private boolean read(LiveClient open) {
        var message = open.nextUnlessClosed();
        if (message == null || message.has("error") || message.has("message") || message.has("reconnect")) {
            return false;
        }
        if (message.has("reset")) {
            resets.incrementAndGet();
        }
        if (message.has("event") && seen.add(message.at("/event/uuid").asText())) {
            heard(message.required("event"));
        }
        return true;
    }

    private void heard(JsonNode event) {
        var uuid = event.required("uuid").asText();
        last = last == null || uuid.compareTo(last) > 0 ? uuid : last;
        var heard = versions.computeIfAbsent(event.at("/record/uuid").asText(), any -> new CopyOnWriteArrayList<>());
        var version = event.at("/record/version").asInt();
        if (heard.isEmpty() || heard.getLast() <= version) {
            var more = heard.isEmpty() ? 1 : version - heard.getLast();
            heard.add(version);
            count(more);
        }
    }

    private synchronized void count(int more) {
        events += more;
        notifyAll();
    }

    /**
     * Waits for a condition.
     *
     * @param condition of the number of events until now, and of those that a reset left out
     */
    synchronized void await(Duration patience, IntPredicate condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.test(events) && System.nanoTime() < deadline) {
                wait(patience.toMillis() / PARTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        cut();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
