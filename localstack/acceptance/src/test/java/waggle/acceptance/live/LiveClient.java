package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.acceptance.client.Api;
import waggle.model.Patience;
import waggle.model.json.Json;

/**
 * A connection for live updates ({@code docs/live.md}), with the JDK's own client. It drops events that it has seen, since the
 * stream of the local cloud repeats some.
 */
final class LiveClient implements AutoCloseable, WebSocket.Listener {
    /** Polls without a message after which a client pings. */
    private static final int SILENCE = 100;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private LiveClient(URI url, UnaryOperator<WebSocket.Builder> headers) {
        socket = open(headers.apply(CLIENT.newWebSocketBuilder()).buildAsync(url, this));
    }

    private static WebSocket open(CompletableFuture<WebSocket> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof WebSocketHandshakeException refusal ? new Refused(refusal.getResponse()) : e;
        }
    }

    /** The gateway's reply to a connection that is refused, with its body. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(HttpResponse<?> response) {
            super(response.statusCode() + " " + response.body());
            status = response.statusCode();
        }
    }

    /** Opens a connection with a ticket, as a browser does. */
    static LiveClient open(Api api) {
        return open(ticket(api));
    }

    /** The address of a connection with a new ticket. */
    static URI ticket(Api api) {
        var ticket = api.send("POST", "/live/tickets").expect(200).json();
        return URI.create(ticket.required("url").asText() + "?ticket="
                + ticket.required("ticket").asText());
    }

    static LiveClient open(URI url) {
        return new LiveClient(url, builder -> builder);
    }

    /** Opens a connection with an API key in a header, as a server does. */
    static LiveClient open(URI url, String key) {
        return new LiveClient(url, builder -> builder.header("Authorization", "Bearer " + key));
    }

    /** The status of a connection that is refused. */
    static int refused(URI url) {
        try {
            open(url).close();
        } catch (Refused refusal) {
            return refusal.status;
        }
        throw new AssertionError("The connection was opened");
    }

    /** Subscribes, and waits for the reply. Messages before the reply stay. */
    LiveClient subscribe(String message) {
        send(message);
        var id = json(message).required("id");
        var before = new ArrayList<JsonNode>();
        for (var next = next(); ; next = next()) {
            assertThat(next.has("error")).as(next.toString()).isFalse();
            if (next.path("subscribed").equals(id)) {
                break;
            }
            before.add(next);
        }
        messages.addAll(before);
        return this;
    }

    LiveClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** Sends a message on a connection that may be closed. */
    void sendQuietly(String message) {
        try {
            send(message);
        } catch (CompletionException closedMeanwhile) {
            closed.complete(-1);
        }
    }

    LiveClient sendPart(String part, boolean isLast) {
        socket.sendText(part, isLast).join();
        return this;
    }

    void sendBinary(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    JsonNode next() {
        try {
            var message = messages.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No message arrived");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The next message; null if the connection is closed. A ping finds out whether a silent connection still exists, since the
     * JDK's client does not tell its listener of every end.
     */
    @Nullable
    JsonNode nextUnlessClosed() {
        try {
            var message = messages.poll(10, TimeUnit.MILLISECONDS);
            for (var silent = 1; message == null && isOpen(); silent++) {
                if (silent % SILENCE == 0) {
                    sendQuietly("{\"action\":\"ping\"}");
                }
                message = messages.poll(10, TimeUnit.MILLISECONDS);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The event of the next message. */
    JsonNode event() {
        return next().required("event");
    }

    /** The types of the next events. */
    List<String> types(int count) {
        var types = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            types.add(event().required("type").asText());
        }
        return types;
    }

    /** The status with which the server closed the connection. */
    int closed() {
        return closed.orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            var message = json(text.toString());
            text.setLength(0);
            if (!message.has("event")
                    || seen.add(
                            message.path("id") + " " + message.at("/event/uuid").asText())) {
                messages.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the connection without a farewell. */
    void cut() {
        socket.abort();
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
