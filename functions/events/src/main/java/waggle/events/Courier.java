package waggle.events;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Brings one event to one endpoint, if it is its turn, and records what came of it. It may be told twice: what has arrived
 * is not brought again, and what is not due yet is left alone.
 */
final class Courier {
    private final Store<WebhookEndpoint> endpoints;
    private final Store<Event> events;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Attempts attempts;
    private final Clock clock;

    Courier(DynamoDbClient client, String table, Clock clock, Attempts attempts) {
        this.endpoints = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
        this.deliveries = new Deliveries(client, table, clock);
        this.lanes = new Lanes(client, table, deliveries, clock);
        this.attempts = attempts;
        this.clock = clock;
    }

    void deliver(Shipment shipment) {
        var waggle = Actor.waggle(shipment.company());
        var known = deliveries.find(shipment.company(), shipment.endpoint(), shipment.event());
        var endpoint = endpoints.find(waggle, shipment.endpoint());
        var event = events.find(waggle, shipment.event());
        if (endpoint.isEmpty() || event.isEmpty() || isDisabled(endpoint.get())) {
            known.filter(delivery -> delivery.value().awaitsAttempt()).ifPresent(delivery -> give(shipment, delivery));
        } else if (known.map(Entity::value).map(this::isDue).orElse(true)) {
            inTurn(shipment, endpoint.get(), event.get(), known.orElse(null));
        }
    }

    private static boolean isDisabled(Entity<WebhookEndpoint> endpoint) {
        return endpoint.value().status() == WebhookEndpoint.Status.DISABLED;
    }

    private void give(Shipment shipment, Entity<Delivery> delivery) {
        deliveries.save(shipment.company(), delivery, delivery.value().givenUp(), Receipt.none());
    }

    /** What was not tried yet waits for others at most, and they wake it. */
    private boolean isDue(Delivery delivery) {
        var next = delivery.nextAttemptAt();
        return delivery.awaitsAttempt() && (delivery.tries() == 0 || next == null || !next.isAfter(soon()));
    }

    /** Queues and clocks are not that exact. */
    private Instant soon() {
        return clock.instant().plusSeconds(1);
    }

    private void inTurn(
            Shipment shipment,
            Entity<WebhookEndpoint> endpoint,
            Entity<Event> event,
            @Nullable Entity<Delivery> known) {
        var lane = lanes.of(shipment);
        if (lane.holdsBack(shipment.event())) {
            waitBehind(shipment, event, known, lane);
        } else {
            var delivery = known == null ? asked(shipment, event) : known.value();
            attempts.make(shipment, endpoint, event, known, delivery);
        }
    }

    private void waitBehind(Shipment shipment, Entity<Event> event, @Nullable Entity<Delivery> known, Lane lane) {
        var first = lane.first().flatMap(uuid -> lanes.delivery(shipment, uuid));
        if (first.isEmpty() || !attempts.holdsOthers(first.get().value())) {
            // Whoever was to free the lane did not live to do it.
            lanes.free(shipment, lane).ifPresent(attempts::wake);
            attempts.wake(shipment);
        } else {
            // With another time each time: the queue takes what is due at one time only once.
            var delivery = (known == null ? asked(shipment, event) : known.value())
                    .waiting(clock.instant().plus(Lanes.PATIENCE));
            var longer = lane.with(shipment.event());
            deliveries.save(
                    shipment.company(),
                    known,
                    delivery,
                    (transaction, made) -> lanes.join(transaction, shipment, lane, longer));
        }
    }

    private Delivery asked(Shipment shipment, Entity<Event> event) {
        return Delivery.asked(
                shipment.endpoint(), event.uuid(), event.value().type(), shipment.record(), clock.instant());
    }
}
