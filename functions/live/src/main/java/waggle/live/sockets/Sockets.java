package waggle.live.sockets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes.Scope;
import waggle.model.live.Connection;
import waggle.model.live.Connections;
import waggle.model.live.EventLog;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;
import waggle.model.live.Tickets;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.sockets.Messages;
import waggle.sockets.ReadAccess;
import waggle.sockets.SocketApi;

/** Opens and closes connections, and replies to messages of clients (docs/live.md). */
final class Sockets {
    private final Tickets tickets;
    private final KeyStore keys;
    private final Store<ApiKey> records;
    private final Connections connections;
    private final SocketApi sockets;
    private final Resumption resumption;
    private final Clock clock;

    Sockets(
            Tickets tickets,
            KeyStore keys,
            Store<ApiKey> records,
            Connections connections,
            EventLog log,
            SocketApi sockets,
            Clock clock) {
        this.tickets = tickets;
        this.keys = keys;
        this.records = records;
        this.connections = connections;
        this.sockets = sockets;
        this.resumption = new Resumption(connections, log, sockets, clock);
        this.clock = clock;
    }

    /**
     * Opens a connection.
     *
     * @throws WaggleException {@link ErrorCode#INVALID_API_KEY}, {@link ErrorCode#ACCESS_DENIED} for a key that reads
     *     nothing, or {@link ErrorCode#RATE_LIMIT_EXCEEDED} if the key has too many connections
     */
    void connect(SocketEvent event) {
        var key = key(event).orElseThrow(() -> new WaggleException(ErrorCode.INVALID_API_KEY));
        if (!key.scopes().allowSome(Scope.READ)) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, MethodAccess.refusal(Scope.READ));
        }
        var connection = connections
                .open(key, event.connection())
                .or(() -> closeDead(key) ? connections.open(key, event.connection()) : Optional.empty())
                .orElseThrow(() -> new WaggleException(
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        "An API key has at most " + LiveLimits.CONNECTIONS + " open connections"));
        // A key that is revoked from now on closes the connection; one that was revoked before is found here.
        var record = records.find(Actor.waggle(key.company()), key.uuid()).map(Entity::value);
        if (record.filter(found -> found.revokedAt() == null).isEmpty()) {
            connections.close(connection);
            throw new WaggleException(ErrorCode.INVALID_API_KEY);
        }
        record.map(ApiKey::expiresAt)
                .ifPresent(expiry -> connections.change(connection, current -> current.until(expiry)));
    }

    private Optional<KeyGrant> key(SocketEvent event) {
        return event.ticket()
                .flatMap(ticket -> tickets.take(ticket, event.connection()))
                .or(() -> event.authorization()
                        .flatMap(KeySecret::ofAuthorization)
                        .flatMap(keys::find));
    }

    /** Removes connections of which API Gateway did not tell that they are closed: it tries once to. */
    private boolean closeDead(KeyGrant key) {
        var dead = connections.ofKey(key.company(), key.uuid()).stream()
                .filter(connection -> !sockets.isOpen(connection.id()))
                .toList();
        dead.forEach(connections::close);
        return !dead.isEmpty();
    }

    void disconnect(SocketEvent event) {
        connections.close(event.connection());
    }

    /** Returns the reply to a message; null if it was sent already. */
    @Nullable
    String message(SocketEvent event) {
        var id = event.connection();
        if (connections.count(id).orElse(0) > LiveLimits.MESSAGES_PER_SECOND) {
            var refusal = new WaggleException(
                    ErrorCode.RATE_LIMIT_EXCEEDED,
                    "A client sends at most " + LiveLimits.MESSAGES_PER_SECOND + " messages a second");
            return closed(id, Messages.error(refusal, null));
        }
        var connection = connections.find(id);
        return connection.isEmpty()
                ? closed(id, Messages.reconnect(Duration.ZERO))
                : reply(connection.get(), event.body());
    }

    private @Nullable String closed(String id, String last) {
        sockets.send(id, last);
        connections.close(id);
        sockets.close(id);
        return null;
    }

    private String reply(Connection connection, String text) {
        notice(connection, clock.instant());
        try {
            return switch (Frame.read(text)) {
                case Frame.Subscribe subscribe -> subscribe(connection, subscribe);
                case Frame.Unsubscribe unsubscribe -> {
                    connections.change(connection, current -> current.without(unsubscribe.id()));
                    yield Messages.unsubscribed(unsubscribe.id());
                }
                case Frame.Ping ping -> Messages.pong(clock.instant());
            };
        } catch (WaggleException refusal) {
            return Messages.error(refusal, Frame.id(text).orElse(null));
        }
    }

    private void notice(Connection connection, Instant now) {
        if (connection.wantsNotice(now)) {
            connections
                    .change(connection, Connection::noticed)
                    .ifPresent(noticed ->
                            sockets.send(noticed.id(), Messages.reconnect(Duration.between(now, noticed.endsAt()))));
        }
    }

    private String subscribe(Connection connection, Frame.Subscribe wanted) {
        if (!ReadAccess.some(connection.key().scopes(), wanted.types())) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, "Read access required for these event types");
        }
        var subscription = new Subscription(
                wanted.id(),
                wanted.types(),
                wanted.records(),
                wanted.full(),
                clock.instant(),
                wanted.after() != null,
                false);
        var changed = connections.change(connection, current -> checked(current.with(subscription)));
        if (changed.isPresent() && wanted.after() != null) {
            resumption.run(changed.get(), subscription, wanted.after());
        }
        return Messages.subscribed(wanted.id());
    }

    private static Connection checked(Connection connection) {
        if (connection.subscriptions().size() > LiveLimits.SUBSCRIPTIONS) {
            throw WaggleException.conflict(
                    "a connection has at most " + LiveLimits.SUBSCRIPTIONS + " subscriptions: unsubscribe one first");
        }
        if (connection.bytes() > LiveLimits.SUBSCRIPTION_BYTES) {
            throw WaggleException.invalid(List.of(new Fault(
                    "records",
                    "must be fewer: the subscriptions of a connection have at most "
                            + LiveLimits.SUBSCRIPTION_BYTES / 1024 + " KiB")));
        }
        return connection;
    }
}
