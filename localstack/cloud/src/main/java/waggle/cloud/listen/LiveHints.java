package waggle.cloud.listen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import waggle.cloud.client.ApiClient;
import waggle.model.json.Json;

/**
 * Waits for the hints of a connection for live updates (docs/live.md), so that no list is read while nothing happens. It
 * polls while there is no connection, and where the API has no live updates.
 */
public final class LiveHints implements Waiting, WebSocket.Listener {
    /** Below the ten minutes after which the gateway closes a connection without messages. */
    private static final Duration PING = Duration.ofMinutes(4);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String SUBSCRIBE = "{\"action\":\"subscribe\",\"id\":\"listen\",\"types\":[\"*\"]}";

    private final ApiClient client;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Semaphore hints = new Semaphore(0);
    private @Nullable WebSocket socket;
    private boolean hasLiveUpdates = true;
    private volatile boolean isClosed = true;

    /** Whether a list may not have shown an event yet, since its index is behind. */
    private boolean isAgain;

    public LiveHints(ApiClient client) {
        this.client = client;
    }

    @Override
    public void untilNext() throws InterruptedException {
        if (isClosed) {
            hints.drainPermits();
            connect();
        }
        if (isClosed) {
            Thread.sleep(INTERVAL);
        } else if (isAgain) {
            isAgain = hints.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            pauseAfter(isAgain);
        } else {
            await();
            isAgain = true;
        }
        hints.drainPermits();
    }

    /** Hints that follow each other are one request. */
    private static void pauseAfter(boolean hint) throws InterruptedException {
        if (hint) {
            Thread.sleep(INTERVAL);
        }
    }

    private void await() throws InterruptedException {
        while (!hints.tryAcquire(PING.toMillis(), TimeUnit.MILLISECONDS)) {
            ping(socket);
        }
    }

    private void ping(@Nullable WebSocket open) {
        try {
            if (open != null) {
                open.sendText("{\"action\":\"ping\"}", true).join();
            }
        } catch (CompletionException e) {
            end();
        }
    }

    private void connect() throws InterruptedException {
        if (!hasLiveUpdates) {
            return;
        }
        try {
            var reply = client.write(
                    "POST",
                    "/live/tickets",
                    Json.mapper().createObjectNode(),
                    UUID.randomUUID().toString());
            hasLiveUpdates = reply.status() != NOT_FOUND;
            if (reply.status() == OK) {
                isClosed = false;
                socket = http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(reply.body().path("url").asText() + "?ticket="
                                        + reply.body().path("ticket").asText()),
                                this)
                        .join();
                socket.sendText(SUBSCRIBE, true).join();
            }
        } catch (IOException | CompletionException e) {
            isClosed = true;
        }
    }

    /** Every message is a hint: of an event, that the subscription began, or that the connection ends. */
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        if (isLast) {
            hints.release();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end();
    }

    private void end() {
        isClosed = true;
        hints.release();
    }
}
