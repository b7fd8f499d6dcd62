package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.store.Entity;
import waggle.model.store.Transaction;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Lane;

/** Where events of one record wait for each other. */
final class Lanes {
    /**
     * After which an event that waits looks for itself whether it still has to. Only the first of a lane is due before, or
     * thousands that wait would keep those from arriving that they wait for.
     */
    static final Duration PATIENCE = Duration.ofHours(1);

    private final DynamoDbClient client;
    private final String table;
    private final Deliveries deliveries;
    private final Clock clock;

    Lanes(DynamoDbClient client, String table, Deliveries deliveries, Clock clock) {
        this.client = client;
        this.table = table;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Lane of(Shipment shipment) {
        return Lane.read(client, table, shipment.company(), shipment.endpoint(), shipment.record());
    }

    Optional<Entity<Delivery>> delivery(Shipment shipment, UUID event) {
        return deliveries.find(shipment.company(), shipment.endpoint(), event);
    }

    /** The lane without an event, nor those behind it that were given up. */
    Lane without(UUID event, Lane lane, Shipment shipment) {
        var rest = lane.without(event);
        return rest.first()
                .filter(first -> delivery(shipment, first)
                        .filter(found -> found.value().awaitsAttempt())
                        .isEmpty())
                .map(first -> without(first, rest, shipment))
                .orElse(rest);
    }

    /** Writes what became of a lane; who is first of it then is due, should nobody live to wake it. */
    void join(Transaction transaction, Shipment shipment, Lane before, Lane then) {
        if (!then.equals(before)) {
            then.join(transaction, clock.instant());
            next(shipment, before, then)
                    .ifPresent(next -> deliveries.makeDue(transaction, next.company(), next.delivery()));
        }
    }

    /** Who is first of a lane, and was not before. */
    static Optional<Shipment> next(Shipment shipment, Lane before, Lane then) {
        return then.first()
                .filter(first -> !before.first().equals(Optional.of(first)) && !first.equals(shipment.event()))
                .map(first -> new Shipment(shipment.company(), shipment.endpoint(), first, shipment.record()));
    }

    /** Takes out who is first, and did not live to go; answers who is to be looked at. */
    Optional<Shipment> free(Shipment shipment, Lane lane) {
        var then = without(lane.waiting().getFirst(), lane, shipment);
        var transaction = new Transaction(table);
        join(transaction, shipment, lane, then);
        transaction.commit(client);
        return next(shipment, lane, then);
    }
}
