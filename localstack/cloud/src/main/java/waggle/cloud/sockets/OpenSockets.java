package waggle.cloud.sockets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The open connections, and the operations of the management API (Amazon API Gateway Developer Guide, "Use @connections
 * commands in your backend service").
 */
public final class OpenSockets implements AutoCloseable {
    /** Amazon API Gateway quotas, "WebSocket APIs". */
    private static final Duration LONGEST = Duration.ofHours(2);

    /** The time in which a client replies to the farewell. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofMinutes(10);

    /** RFC 6455 §7.4.1. */
    private static final int NORMAL = 1000;

    private static final int GOING_AWAY = 1001;

    private final Clock clock;
    private final Map<String, OpenSocket> sockets = new ConcurrentHashMap<>();

    /** Connections whose clients have not replied to the farewell, with the time of it. */
    private final Map<OpenSocket, Instant> closing = new ConcurrentHashMap<>();

    private volatile Predicate<String> refused = id -> false;
    private final CountDownLatch closed = new CountDownLatch(1);

    private OpenSockets(Clock clock) {
        this.clock = clock;
    }

    /** Starts to keep the limits of connections. */
    public static OpenSockets start(Clock clock) {
        var sockets = new OpenSockets(clock);
        Thread.ofPlatform().daemon().name("limits of connections").start(sockets::keepLimits);
        return sockets;
    }

    private void keepLimits() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                expire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Clock clock() {
        return clock;
    }

    void add(OpenSocket socket) {
        sockets.put(socket.id(), socket);
    }

    void remove(OpenSocket socket) {
        sockets.remove(socket.id());
        closing.remove(socket);
    }

    /** Refuses messages, in tests: the predicate gets the id of the connection. */
    public void refuse(Predicate<String> refusal) {
        refused = refusal;
    }

    /** The number of open connections. */
    public int size() {
        return sockets.size();
    }

    /** The outcome of {@code PostToConnection}. */
    public enum Posted {
        SENT,
        /** Status 410. */
        GONE,
        /** Status 429: the client does not read what it was sent before. */
        LIMIT_EXCEEDED
    }

    /** {@code PostToConnection}. */
    public Posted post(String id, String message) {
        var socket = sockets.get(id);
        if (socket == null) {
            return Posted.GONE;
        }
        return !refused.test(id) && socket.send(message) ? Posted.SENT : Posted.LIMIT_EXCEEDED;
    }

    /** {@code DeleteConnection}. Returns whether there was a connection. */
    public boolean delete(String id) {
        return Optional.ofNullable(sockets.remove(id))
                .filter(socket -> close(socket, NORMAL, "Connection Closed Normally"))
                .isPresent();
    }

    /** {@code GetConnection}. Empty if there is no connection. */
    public Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(sockets.get(id)).map(OpenSocket::description);
    }

    private boolean close(OpenSocket socket, int status, String reason) {
        closing.put(socket, clock.instant());
        socket.close(status, reason);
        return true;
    }

    /** Closes the connections that are idle or have lasted too long. */
    void expire() {
        var now = clock.instant();
        sockets.values().stream()
                .filter(socket -> !socket.activeAt().plus(IDLE).isAfter(now)
                        || !socket.openedAt().plus(LONGEST).isAfter(now))
                .forEach(socket -> close(socket, GOING_AWAY, "Going away"));
        closing.forEach((socket, since) -> {
            if (since.plus(FAREWELL).isBefore(now)) {
                socket.drop();
            }
        });
    }

    /** Closes all connections, as if the gateway died. */
    public void drop() {
        sockets.values().forEach(OpenSocket::drop);
    }

    @Override
    public void close() {
        closed.countDown();
        sockets.values().forEach(socket -> socket.close(GOING_AWAY, "Going away"));
    }
}
