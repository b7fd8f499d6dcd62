package waggle.events.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * The replays of an endpoint, one after another. A replay stores its position after each portion. If the process dies in
 * between, the next sweep sends the portion again, and the queue drops the duplicates.
 */
final class ReplayFeed implements Feed {
    /** The time after which a replay no longer waits for an attempt, whose task may be in the dead-letter queue. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Actor waggle;
    private final Deque<UUID> replays;
    private final ReplayRecords records;
    private final TaskQueues queues;
    private final Clock clock;
    private final int portion;

    /**
     * @param replays the uuids of the endpoint's replays, the oldest first
     * @param portion events of a portion, at most
     */
    ReplayFeed(
            UUID company,
            Collection<UUID> replays,
            ReplayRecords records,
            TaskQueues queues,
            Clock clock,
            int portion) {
        this.waggle = Actor.waggle(company);
        this.replays = new ArrayDeque<>(replays);
        this.records = records;
        this.queues = queues;
        this.clock = clock;
        this.portion = portion;
    }

    @Override
    public UUID company() {
        return waggle.company();
    }

    @Override
    public Step proceed() {
        var replay = records.running(waggle, replays.getFirst());
        var endpoint = replay.flatMap(found -> records.enabledEndpoint(waggle, found.value()));
        if (replay.isEmpty()) {
            return ended();
        }
        if (endpoint.isEmpty()) {
            save(replay.get(), List.of(), List.of());
            return ended();
        }
        if (isWaiting(replay.get())) {
            return Step.WAITED;
        }
        return send(replay.get(), endpoint.get());
    }

    private Step ended() {
        replays.removeFirst();
        return replays.isEmpty() ? Step.ENDED : Step.SENT;
    }

    private boolean isWaiting(Entity<Replay> replay) {
        return replay.value().awaited() != null
                && clock.instant().isBefore(replay.updatedAt().plus(LONGEST_WAIT))
                && !records.isAttempted(waggle, replay, replay.value().awaited());
    }

    private Step send(Entity<Replay> replay, Entity<WebhookEndpoint> endpoint) {
        var events = records.next(waggle, replay.value(), portion);
        var chosen = chosen(
                replay,
                events.stream()
                        .filter(event -> replay.value().selects(event.value().type())
                                && endpoint.value().receives(event.value()))
                        .toList());
        queues.send(chosen.stream()
                .map(event -> task(endpoint, event).replayed(replay.createdAt()))
                .toList());
        save(replay, events, chosen);
        return events.size() < portion ? ended() : Step.SENT;
    }

    private List<Entity<Event>> chosen(Entity<Replay> replay, List<Entity<Event>> events) {
        if (replay.value().only() == null) {
            return events;
        }
        var failed =
                records.failed(waggle, replay, events.stream().map(Entity::uuid).toList());
        return events.stream().filter(event -> failed.contains(event.uuid())).toList();
    }

    private DeliveryTask task(Entity<WebhookEndpoint> endpoint, Entity<Event> event) {
        return new DeliveryTask(
                waggle.company(), endpoint.uuid(), event.uuid(), event.value().recordUuid());
    }

    private void save(Entity<Replay> replay, List<Entity<Event>> events, List<Entity<Event>> chosen) {
        var last = events.isEmpty() ? null : events.getLast().uuid();
        var requested = chosen.stream().map(Entity::uuid).toList();
        records.save(
                waggle,
                replay,
                replay.value().continued(events.size(), last, requested, events.size() < portion ? null : now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
