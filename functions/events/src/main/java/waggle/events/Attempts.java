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
import waggle.delivery.SignedDelivery;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;
import waggle.model.webhooks.WebhookEndpoint;

/** Calls endpoints, and writes down what came of it and what is to follow. */
final class Attempts {
    private static final int TRIES_TO_WRITE = 5;

    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Health health;
    private final Post post;
    private final RetrySchedule schedule;
    private final Queues queues;
    private final Clock clock;

    Attempts(
            Deliveries deliveries,
            Lanes lanes,
            Health health,
            Post post,
            RetrySchedule schedule,
            Queues queues,
            Clock clock) {
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.health = health;
        this.post = post;
        this.schedule = schedule;
        this.queues = queues;
        this.clock = clock;
    }

    /** Whether later events of its record have to wait for it. */
    boolean holdsOthers(Delivery delivery) {
        return delivery.awaitsAttempt() && schedule.isQuick(delivery.tries());
    }

    /** Has an event looked at at once. */
    void wake(Shipment shipment) {
        queues.send(List.of(shipment.woken(clock.instant())));
    }

    void make(
            Shipment shipment,
            Entity<WebhookEndpoint> endpoint,
            Entity<Event> event,
            @Nullable Entity<Delivery> known,
            Delivery delivery) {
        var outcome = post.send(shipment.company(), endpoint, event);
        var attempt = SignedDelivery.attempt(outcome);
        var after = outcome.isSuccess()
                ? delivery.succeeded(attempt)
                : delivery.failed(attempt, outcome.isGone() ? Optional.empty() : next(delivery, outcome));
        if (isWritten(shipment, known, after)) {
            health.note(shipment.company(), endpoint, outcome);
        }
    }

    private Optional<Instant> next(Delivery delivery, Outcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return schedule.next(delivery.tries() + 1, outcome.retryAfter()).map(now::plus);
    }

    private boolean isWritten(Shipment shipment, @Nullable Entity<Delivery> known, Delivery after) {
        for (var i = 1; i < TRIES_TO_WRITE; i++) {
            try {
                return write(shipment, known, after);
            } catch (WaggleException others) {
                if (others.code() == ErrorCode.VERSION_MISMATCH || hasMoved(shipment, known)) {
                    // They brought the same event, and wrote that down.
                    return false;
                }
            }
        }
        return write(shipment, known, after);
    }

    private boolean hasMoved(Shipment shipment, @Nullable Entity<Delivery> known) {
        var there = deliveries.find(shipment.company(), shipment.endpoint(), shipment.event());
        return !there.map(Entity::version).equals(Optional.ofNullable(known).map(Entity::version));
    }

    private boolean write(Shipment shipment, @Nullable Entity<Delivery> known, Delivery after) {
        var lane = lanes.of(shipment);
        var then = holdsOthers(after) ? lane.with(shipment.event()) : lanes.without(shipment.event(), lane, shipment);
        deliveries.save(
                shipment.company(),
                known,
                after,
                (transaction, saved) -> lanes.join(transaction, shipment, lane, then));
        follow(shipment, after, lane, then);
        return true;
    }

    /** Should we die before this, the sweeper finds what is due. */
    private void follow(Shipment shipment, Delivery after, Lane lane, Lane then) {
        var next = after.nextAttemptAt();
        if (holdsOthers(after) && next != null) {
            queues.send(shipment.due(next), Duration.between(clock.instant(), next));
        }
        Lanes.next(shipment, lane, then).ifPresent(this::wake);
    }
}
