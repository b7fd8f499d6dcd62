package waggle.live.sockets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.live.Connection;
import waggle.model.live.Connections;
import waggle.model.live.EventLog;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;
import waggle.sockets.Hearing;
import waggle.sockets.Messages;
import waggle.sockets.SocketApi;
import waggle.sockets.SocketApi.Outcome;

/**
 * Sends what happened since the last event that a client has seen. Meanwhile the relay sends the subscription nothing, and
 * notes that it is behind when there is another event. The subscription becomes live in a write that requires that it is not
 * behind, so that no event is lost and the events of a record keep their order.
 */
final class Resumption {
    /** A resumption that takes longer ends with a reset, before the function's timeout. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Connections connections;
    private final EventLog log;
    private final SocketApi sockets;
    private final Clock clock;

    Resumption(Connections connections, EventLog log, SocketApi sockets, Clock clock) {
        this.connections = connections;
        this.log = log;
        this.sockets = sockets;
        this.clock = clock;
    }

    /** Makes a subscription that is resuming live. */
    void run(Connection connection, Subscription subscription, UUID after) {
        var now = clock.instant();
        if (EventLog.time(after).isBefore(now.minus(Limits.EVENT_RETENTION))
                || log.hasTooMany(connection.company(), after)) {
            reset(connection, subscription);
            return;
        }
        var pass = new Pass(connection, subscription, EventLog.time(after), now.plus(LONGEST));
        var open = Optional.of(connection);
        while (open.isPresent()) {
            var end = pass.send();
            if (end == Pass.End.LATE) {
                reset(open.get(), subscription);
                return;
            }
            open = end == Pass.End.CLOSED
                    ? Optional.empty()
                    : connections.change(open.get(), current -> current.subscription(subscription.id())
                            .filter(Subscription::isResuming)
                            .map(mine -> current.with(mine.isBehind() ? mine.behind(false) : mine.caughtUp()))
                            .orElse(current));
            if (open.flatMap(current -> current.subscription(subscription.id()))
                    .filter(Subscription::isResuming)
                    .isEmpty()) {
                return;
            }
        }
    }

    /** The subscription is live before the client reloads, so it hears of what changes meanwhile. */
    private void reset(Connection connection, Subscription subscription) {
        connections.change(connection, current -> current.subscription(subscription.id())
                .map(mine -> current.with(mine.caughtUp()))
                .orElse(current));
        sockets.send(connection.id(), Messages.reset(subscription.id()));
    }

    /** Reads the log again and again, and sends each event once. */
    private final class Pass {
        private enum End {
            COMPLETE,
            CLOSED,
            LATE
        }

        private final Connection connection;
        private final Subscription subscription;
        private final Instant deadline;
        private final Set<UUID> seen = new HashSet<>();
        private Instant newest;

        Pass(Connection connection, Subscription subscription, Instant newest, Instant deadline) {
            this.connection = connection;
            this.subscription = subscription;
            this.newest = newest;
            this.deadline = deadline;
        }

        /** Begins some time before the newest event, since others may have been committed after it. */
        End send() {
            var from = newest.minus(LiveLimits.OVERLAP);
            @Nullable UUID position = null;
            while (true) {
                var page = log.page(connection.company(), from, position);
                if (page.isEmpty()) {
                    return End.COMPLETE;
                }
                for (var event : page) {
                    if (clock.instant().isAfter(deadline)) {
                        return End.LATE;
                    }
                    if (seen.add(event.uuid())
                            && Hearing.of(subscription, connection.key().scopes(), event.value())
                            && sockets.send(connection.id(), Messages.event(subscription, event.uuid(), event.value()))
                                    != Outcome.SENT) {
                        connections.close(connection);
                        sockets.close(connection.id());
                        return End.CLOSED;
                    }
                }
                position = page.getLast().uuid();
                newest = newest.isAfter(EventLog.time(position)) ? newest : EventLog.time(position);
            }
        }
    }
}
