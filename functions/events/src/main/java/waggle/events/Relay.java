package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.store.Store;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Hands events on from the table's stream to the queue: a message for each endpoint that hears of one. It keeps nothing,
 * so what it did not get to is just done again.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Store<WebhookEndpoint> endpoints;
    private final Queues queues;

    Relay(Store<WebhookEndpoint> endpoints, Queues queues) {
        this.endpoints = endpoints;
        this.queues = queues;
    }

    /**
     * Hands on the events of a batch, in their order.
     *
     * @return the sequence number of the first record that has to come again, if any
     */
    @SuppressWarnings("CatchingUnchecked") // whatever stops one record must not hide the others
    Optional<String> hand(JsonNode batch) {
        var known = new HashMap<UUID, List<Entity<WebhookEndpoint>>>();
        for (var json : batch.path("Records")) {
            var record = StreamRecord.of(json);
            try {
                hand(record, known);
            } catch (RuntimeException e) {
                LOG.error("stream record {} was not handed on", record.sequenceNumber(), e);
                return Optional.of(record.sequenceNumber());
            }
        }
        return Optional.empty();
    }

    private void hand(StreamRecord record, Map<UUID, List<Entity<WebhookEndpoint>>> known) {
        if (record.isEvent()) {
            var company = record.company();
            var hearing = known.computeIfAbsent(company, uuid -> endpoints.all(Actor.waggle(uuid)));
            queues.send(shipments(company, record, hearing));
        }
    }

    private static List<Shipment> shipments(
            UUID company, StreamRecord record, List<Entity<WebhookEndpoint>> endpoints) {
        var shipments = new ArrayList<Shipment>();
        if (!endpoints.isEmpty()) {
            var event = record.event();
            endpoints.stream()
                    .filter(endpoint ->
                            wasThere(endpoint, event) && endpoint.value().hears(event))
                    .map(endpoint -> new Shipment(company, endpoint.uuid(), record.uuid(), event.recordUuid()))
                    .forEach(shipments::add);
        }
        return shipments;
    }

    /** What comes late, or comes again, is not for those who came after it. */
    private static boolean wasThere(Entity<WebhookEndpoint> endpoint, Event event) {
        return endpoint.createdAt().isBefore(event.timestamp().plus(CLOCKS_APART));
    }
}
