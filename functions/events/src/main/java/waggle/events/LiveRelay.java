package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.events.logs.LogContext;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.live.Connection;
import waggle.model.live.Connections;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;
import waggle.sockets.Hearing;
import waggle.sockets.Messages;
import waggle.sockets.SocketApi;
import waggle.sockets.SocketApi.Outcome;

/**
 * Sends the events of the table's stream to the connections that hear them, and closes the connections of revoked keys. The
 * messages of one connection follow one another, and connections do not wait for each other. A connection that does not take
 * a message is closed, so that its client resumes and misses nothing.
 */
final class LiveRelay {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRelay.class);

    /** Connections that are sent to at the same time: as many as the JVM keeps HTTP connections for. */
    private static final int PARALLEL = 64;

    private final Connections connections;
    private final SocketApi sockets;
    private final Clock clock;

    LiveRelay(Connections connections, SocketApi sockets, Clock clock) {
        this.connections = connections;
        this.sockets = sockets;
        this.clock = clock;
    }

    private record Heard(UUID uuid, Event event) {}

    /**
     * Sends the events of a batch in their order.
     *
     * @return the sequence number of the first record that a failure of DynamoDB left over, with all after it
     */
    Optional<String> relay(JsonNode batch) {
        var records =
                batch.path("Records").valueStream().map(StreamRecord::from).toList();
        try (var workers =
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
            var work = new ArrayList<Callable<Void>>();
            events(records).forEach((company, events) -> connections.all(company).stream()
                    .filter(connection -> !connection.subscriptions().isEmpty())
                    .forEach(connection -> work.add(() -> {
                        send(connection, events);
                        return null;
                    })));
            records.stream()
                    .filter(StreamRecord::isRevokedKey)
                    .flatMap(key -> connections.ofKey(key.company(), key.uuid()).stream())
                    .forEach(connection -> work.add(() -> {
                        disconnect(connection);
                        return null;
                    }));
            await(workers.invokeAll(work));
            return Optional.empty();
        } catch (SdkException | WaggleException e) {
            LOG.error("A batch of events was not sent", e);
            return records.stream().map(StreamRecord::sequenceNumber).findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while events were sent");
        }
    }

    private static Map<UUID, List<Heard>> events(List<StreamRecord> records) {
        var events = new LinkedHashMap<UUID, List<Heard>>();
        records.stream().filter(StreamRecord::isEvent).forEach(record -> read(record)
                .ifPresent(heard -> events.computeIfAbsent(record.company(), any -> new ArrayList<>())
                        .add(heard)));
        return events;
    }

    /** The other relay parks a record that cannot be read, and counts it. */
    @SuppressWarnings("CatchingUnchecked") // whatever its content breaks, one record must not stop the others
    private static Optional<Heard> read(StreamRecord record) {
        try {
            return Optional.of(new Heard(record.uuid(), record.event()));
        } catch (RuntimeException e) {
            LOG.error("Stream record {} cannot be read", record.sequenceNumber(), e);
            return Optional.empty();
        }
    }

    private static void await(List<Future<Void>> work) throws InterruptedException {
        for (var one : work) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Whatever fails but the table, one connection must not stop the others: its client connects again and resumes. */
    @SuppressWarnings("CatchingUnchecked")
    private void send(Connection connection, List<Heard> events) {
        LogContext.company(connection.company());
        try {
            sendAll(connection, events);
        } catch (SdkException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Connection {} did not get its events", connection.id(), e);
            disconnect(connection);
        } finally {
            LogContext.clear();
        }
    }

    private void sendAll(Connection connection, List<Heard> events) {
        var open = Optional.of(connection);
        for (var event : events) {
            for (var subscription : connection.subscriptions()) {
                open = open.flatMap(current -> send(current, subscription, event));
            }
        }
        open.filter(current -> current.wantsNotice(clock.instant())).ifPresent(this::notice);
    }

    /** Returns the connection, as it is after the message; empty if it is closed. */
    private Optional<Connection> send(Connection connection, Subscription subscription, Heard heard) {
        if (isOld(heard.event(), subscription)
                || !Hearing.of(subscription, connection.key().scopes(), heard.event())) {
            return Optional.of(connection);
        }
        return live(connection, subscription.id())
                .flatMap(current -> current.subscription(subscription.id())
                                .filter(mine -> !mine.isResuming())
                                .isPresent()
                        ? sent(current, Messages.event(subscription, heard.uuid(), heard.event()))
                        : Optional.of(current));
    }

    /**
     * An event of before the subscription, with which a subscription resumes or which it does not want. The stream may be
     * late.
     */
    private static boolean isOld(Event event, Subscription subscription) {
        return event.timestamp().isBefore(subscription.since().minus(LiveLimits.OVERLAP));
    }

    /**
     * The connection in which a subscription is told that it missed an event while it resumes: it reads the events again. So
     * the events of a record arrive in their order.
     */
    private Optional<Connection> live(Connection connection, String subscription) {
        return connection
                        .subscription(subscription)
                        .filter(Subscription::isResuming)
                        .isEmpty()
                ? Optional.of(connection)
                : connections.change(connection, current -> current.subscription(subscription)
                        .filter(Subscription::isResuming)
                        .map(resuming -> current.with(resuming.behind(true)))
                        .orElse(current));
    }

    private Optional<Connection> sent(Connection connection, String message) {
        var isOver = connection.isOver(clock.instant());
        var outcome = isOver ? Outcome.REFUSED : sockets.send(connection.id(), message);
        if (outcome == Outcome.SENT) {
            return Optional.of(connection);
        }
        if (outcome == Outcome.REFUSED) {
            disconnect(connection);
        } else {
            connections.close(connection);
        }
        return Optional.empty();
    }

    /** The item goes first: from then on the connection gets no event, even if the gateway does not close it. */
    private void disconnect(Connection connection) {
        connections.close(connection);
        sockets.close(connection.id());
    }

    private void notice(Connection connection) {
        connections
                .change(connection, Connection::noticed)
                .ifPresent(noticed -> sent(noticed, Messages.reconnect(left(noticed, clock.instant()))));
    }

    private static Duration left(Connection connection, Instant now) {
        return Duration.between(now, connection.endsAt());
    }
}
