package waggle.bench.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection, which keeps the time at which it heard of each tag, in microseconds since 1970. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern RECORD = Pattern.compile("\"record\":\\{\"type\":\"tag\",\"uuid\":\"([^\"]+)\"");

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    LiveClient(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    LiveClient subscribe() {
        send("{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"tag.created\"]}");
        try {
            if (!subscribed.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no reply to a subscription");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** Returns false if the connection is closed. */
    boolean send(String message) {
        try {
            socket.sendText(message, true).join();
            return true;
        } catch (CompletionException closed) {
            return false;
        }
    }

    /** The time in microseconds since 1970, which processes share. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** The times by tag. */
    Map<String, Long> heard() {
        return heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            var at = now();
            var record = RECORD.matcher(text);
            if (record.find()) {
                heard.putIfAbsent(record.group(1), at);
            } else if (text.indexOf("subscribed") >= 0) {
                subscribed.countDown();
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
