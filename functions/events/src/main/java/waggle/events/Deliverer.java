package waggle.events;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.queue.DeliveryTask;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.model.write.Writes;

/**
 * Runs delivery tasks: makes the attempt if it is due and no earlier event of the record has to arrive first. A task may
 * arrive twice; a delivery that has succeeded or is not due is left as it is.
 */
final class Deliverer {
    /** Tolerance for the delays of queues and the differences between clocks. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final Store<WebhookEndpoint> endpoints;
    private final Store<Event> events;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Attempts attempts;
    private final Clock clock;

    Deliverer(DynamoDbClient client, String table, Clock clock, Writes writes, Attempts attempts) {
        this.endpoints = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
        this.deliveries = new Deliveries(client, table, clock);
        this.lanes = new Lanes(client, table, deliveries, writes, clock);
        this.attempts = attempts;
        this.clock = clock;
    }

    void deliver(DeliveryTask task) {
        var waggle = Actor.waggle(task.company());
        var known = deliveries.find(task.company(), task.endpoint(), task.event());
        var endpoint = endpoints.find(waggle, task.endpoint());
        var event = events.find(waggle, task.event());
        if (endpoint.isEmpty() || event.isEmpty() || isDisabled(endpoint.get())) {
            known.filter(delivery -> delivery.value().awaitsAttempt()).ifPresent(delivery -> giveUp(task, delivery));
        } else {
            var delivery =
                    known.map(found -> asked(task, found.value())).orElseGet(() -> newDelivery(task, event.get()));
            if (isDue(delivery)) {
                deliverInOrder(task, endpoint.get(), event.get(), known.orElse(null), delivery);
            }
        }
    }

    private static boolean isDisabled(Entity<WebhookEndpoint> endpoint) {
        return endpoint.value().status() == WebhookEndpoint.Status.DISABLED;
    }

    private void giveUp(DeliveryTask task, Entity<Delivery> delivery) {
        var lane = lanes.read(task);
        attempts.save(task, delivery, delivery.value().givenUp(), lane, lane);
    }

    /** A delivery without an attempt is always due: it waits for its lane only, which is checked afterwards. */
    private boolean isDue(Delivery delivery) {
        var next = delivery.nextAttemptAt();
        var latest = clock.instant().plus(EARLY);
        return delivery.awaitsAttempt() && (delivery.tries() == 0 || next == null || !next.isAfter(latest));
    }

    private void deliverInOrder(
            DeliveryTask task,
            Entity<WebhookEndpoint> endpoint,
            Entity<Event> event,
            @Nullable Entity<Delivery> known,
            Delivery delivery) {
        var lane = lanes.read(task);
        if (lane.holdsBack(task.event())) {
            waitBehindFirst(task, known, delivery, lane);
        } else {
            attempts.make(task, endpoint, event, known, delivery, lane);
        }
    }

    private void waitBehindFirst(DeliveryTask task, @Nullable Entity<Delivery> known, Delivery delivery, Lane lane) {
        var first = lane.first().flatMap(uuid -> lanes.delivery(task, uuid));
        if (first.isEmpty() || !attempts.holdsOthers(first.get().value())) {
            // The process that delivered the first event died before it could remove it from the lane.
            lanes.removeFirst(task, lane).ifPresent(attempts::release);
            attempts.release(task);
        } else {
            saveWaiting(task, delivery, known, lane);
        }
    }

    /** Moves the due time, since the queue drops a second task for the same due time as a duplicate. */
    private void saveWaiting(DeliveryTask task, Delivery delivery, @Nullable Entity<Delivery> known, Lane lane) {
        var waiting = delivery.waiting(clock.instant().plus(Lanes.LONGEST_WAIT));
        var after = lane.with(task.event());
        attempts.save(task, known, waiting, lane, after);
    }

    /** A replay's task repeats a delivery, unless the task was received before. */
    private static Delivery asked(DeliveryTask task, Delivery delivery) {
        return task.requestedAt() == null ? delivery : delivery.asked(task.requestedAt());
    }

    private Delivery newDelivery(DeliveryTask task, Entity<Event> event) {
        return Delivery.asked(task.endpoint(), event.uuid(), event.value().type(), task.record(), clock.instant());
    }
}
