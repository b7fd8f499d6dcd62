package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.delivery.Outcome;
import waggle.delivery.RetrySchedule;
import waggle.delivery.SignedCall;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.Actor;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.transaction.RetryBudget;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.model.write.Writes;
import waggle.platform.aws.QueueFacts;

/** Makes attempts: calls the endpoint, saves the delivery with its lane, and sends the tasks that follow. */
final class Attempts {
    /** The time in which a save is repeated; the last repetition has as much again. */
    static final Duration SAVING = QueueFacts.SAVE_WINDOW.minusSeconds(1).dividedBy(2);

    private final Writes writes;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final EndpointHealth health;
    private final EndpointCall call;
    private final RetrySchedule schedule;
    private final TaskQueues queues;
    private final Clock clock;

    Attempts(
            Writes writes,
            Deliveries deliveries,
            Lanes lanes,
            EndpointHealth health,
            EndpointCall call,
            RetrySchedule schedule,
            TaskQueues queues,
            Clock clock) {
        this.writes = writes;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.health = health;
        this.call = call;
        this.schedule = schedule;
        this.queues = queues;
        this.clock = clock;
    }

    /** Whether later events of the same record have to wait for the delivery. */
    boolean holdsOthers(Delivery delivery) {
        return delivery.awaitsAttempt() && schedule.isQuick(delivery.tries());
    }

    /** Sends a task for a delivery that need not wait any longer. */
    void release(DeliveryTask task) {
        queues.send(List.of(task.released(clock.instant())));
    }

    /**
     * Makes an attempt.
     *
     * @param known the delivery's record as it was read; null if there is none yet
     * @param lane as it was read; a change of it is saved only if nobody else has changed it
     */
    void make(
            DeliveryTask task,
            Entity<WebhookEndpoint> endpoint,
            Entity<Event> event,
            @Nullable Entity<Delivery> known,
            Delivery delivery,
            Lane lane) {
        var outcome = call.send(task.company(), endpoint, event);
        var attempt = SignedCall.attempt(outcome);
        var after = outcome.isSuccess()
                ? delivery.succeeded(attempt)
                : delivery.failed(attempt, outcome.isGone() ? Optional.empty() : next(delivery, outcome));
        save(task, known, after, attempt, lane);
        health.record(task.company(), endpoint, outcome);
    }

    private Optional<Instant> next(Delivery delivery, Outcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return schedule.next(delivery.tries() + 1, outcome.retryAfter()).map(now::plus);
    }

    /** Saves an attempt, even if another process wrote the delivery or its lane during the call: every call is listed. */
    private void save(DeliveryTask task, @Nullable Entity<Delivery> known, Delivery after, Attempt attempt, Lane read) {
        var budget = RetryBudget.of(SAVING);
        var base = known;
        var delivery = after;
        var lane = read;
        while (true) {
            try {
                save(task, base, delivery, lane);
                return;
            } catch (WaggleException otherWriter) {
                budget.pause();
                var current = deliveries.find(task.company(), task.endpoint(), task.event());
                delivery = current.filter(found -> !isSame(found, known))
                        .map(found -> found.value().joined(after, attempt))
                        .orElse(after);
                base = current.orElse(null);
                lane = lanes.read(task);
            }
        }
    }

    private static boolean isSame(Entity<Delivery> found, @Nullable Entity<Delivery> known) {
        return known != null && found.version() == known.version();
    }

    private void save(DeliveryTask task, @Nullable Entity<Delivery> known, Delivery delivery, Lane lane) {
        var after = holdsOthers(delivery) ? lane.with(task.event()) : lanes.without(task.event(), lane, task);
        save(task, known, delivery, lane, after);
        sendNext(task, delivery, lane, after);
    }

    /** Saves a delivery and its lane in one transaction. */
    void save(DeliveryTask task, @Nullable Entity<Delivery> known, Delivery delivery, Lane before, Lane after) {
        writes.run(Actor.waggle(task.company()), write -> {
            deliveries.save(write, known, delivery);
            lanes.save(write, task, before, after);
            return delivery;
        });
    }

    /** If this process dies before it sends them, the sweeper finds the due deliveries and sends their tasks. */
    private void sendNext(DeliveryTask task, Delivery delivery, Lane before, Lane after) {
        var next = delivery.nextAttemptAt();
        if (holdsOthers(delivery) && next != null) {
            sendDue(task.due(next), Duration.between(clock.instant(), next));
        }
        Lanes.next(task, before, after).ifPresent(this::release);
    }

    /** A later time than the queue can wait for is left to the sweeper. */
    private void sendDue(DeliveryTask task, Duration delay) {
        if (delay.isPositive() && delay.compareTo(TaskQueues.LONGEST_DELAY) <= 0) {
            queues.send(task, delay);
        } else if (!delay.isPositive()) {
            queues.send(List.of(task));
        }
    }
}
