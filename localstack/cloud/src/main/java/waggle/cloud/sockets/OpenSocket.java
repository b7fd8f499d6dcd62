package waggle.cloud.sockets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFailure;
import waggle.model.json.Json;

/** One connection. The function gets its messages one after another. */
public final class OpenSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSocket.class);

    /** Bytes that wait for a client that does not read. AWS does not document its number. */
    private static final int WAITING = 1024 * 1024;

    /** RFC 6455 §7.4.1. */
    private static final int UNSUPPORTED_DATA = 1003;

    private final SocketEvents events;
    private final Lambda function;
    private final OpenSockets all;
    private final Instant openedAt;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Instant activeAt;
    private volatile @Nullable Session session;

    OpenSocket(SocketEvents events, Lambda function, OpenSockets all) {
        this.events = events;
        this.function = function;
        this.all = all;
        this.openedAt = all.clock().instant();
        this.activeAt = openedAt;
    }

    String id() {
        return events.connection();
    }

    Instant openedAt() {
        return openedAt;
    }

    /** The time of the last message in either direction. */
    Instant activeAt() {
        return activeAt;
    }

    ObjectNode description() {
        var description = Json.mapper().createObjectNode();
        description.put("connectedAt", Json.time(openedAt)).put("lastActiveAt", Json.time(activeAt));
        description.putObject("identity").put("sourceIp", events.sourceIp());
        return description;
    }

    /** Sends a message after those that wait. Returns false if too much waits. */
    boolean send(String message) {
        var open = session;
        var bytes = message.getBytes(StandardCharsets.UTF_8).length;
        if (open == null || waiting.get() + bytes > WAITING) {
            return false;
        }
        waiting.addAndGet(bytes);
        activeAt = all.clock().instant();
        open.sendText(message, Callback.from(() -> waiting.addAndGet(-bytes), failure -> waiting.addAndGet(-bytes)));
        return true;
    }

    void close(int status, String reason) {
        var open = session;
        if (open != null) {
            open.close(status, reason, Callback.NOOP);
        }
    }

    void drop() {
        var open = session;
        if (open != null) {
            open.disconnect();
        }
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        all.add(this);
    }

    @Override
    public void onWebSocketText(String message) {
        activeAt = all.clock().instant();
        try {
            var response = Json.mapper().readTree(function.invoke(events.message(message)));
            if (response.path("body").isTextual()) {
                send(response.path("body").asText());
            }
        } catch (LambdaFailure | IOException e) {
            send(events.failure());
        }
    }

    /** API Gateway accepts text only. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(UNSUPPORTED_DATA, "Binary messages are not supported");
    }

    /** Jetty closes the connection, with the status of the fault. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("Connection {} fails", id(), cause);
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        all.remove(this);
        callback.succeed();
        try {
            function.invoke(events.disconnect(status, reason == null ? "" : reason));
        } catch (LambdaFailure e) {
            // API Gateway does not repeat it either.
        }
    }
}
