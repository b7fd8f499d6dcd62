package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Turns the events of the table's stream into delivery tasks, one for each endpoint that is subscribed. It stores nothing,
 * so a failed batch is simply processed again.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private final Store<WebhookEndpoint> endpoints;
    private final TaskQueues queues;

    Relay(Store<WebhookEndpoint> endpoints, TaskQueues queues) {
        this.endpoints = endpoints;
        this.queues = queues;
    }

    /**
     * Relays the events of a batch in their order, and stops at the first failure.
     *
     * @return the sequence number of the record that failed
     */
    @SuppressWarnings("CatchingUnchecked") // Lambda must learn which record failed, whatever the reason is
    Optional<String> relay(JsonNode batch) {
        var known = new HashMap<UUID, List<Entity<WebhookEndpoint>>>();
        for (var json : batch.path("Records")) {
            var record = StreamRecord.from(json);
            try {
                relay(record, known);
            } catch (RuntimeException e) {
                LOG.error("Stream record {} was not relayed", record.sequenceNumber(), e);
                return Optional.of(record.sequenceNumber());
            } finally {
                LogContext.clear();
            }
        }
        return Optional.empty();
    }

    private void relay(StreamRecord record, Map<UUID, List<Entity<WebhookEndpoint>>> known) {
        if (record.isEvent()) {
            var company = record.company();
            LogContext.company(company);
            LogContext.request(record.requestId());
            var subscribed = known.computeIfAbsent(company, uuid -> endpoints.all(Actor.waggle(uuid)));
            queues.send(tasks(company, record, subscribed));
        }
    }

    private static List<DeliveryTask> tasks(
            UUID company, StreamRecord record, List<Entity<WebhookEndpoint>> endpoints) {
        if (endpoints.isEmpty()) {
            return List.of();
        }
        var event = record.event();
        return endpoints.stream()
                .filter(endpoint -> existed(endpoint, event) && endpoint.value().receives(event))
                .map(endpoint -> new DeliveryTask(company, endpoint.uuid(), record.uuid(), event.recordUuid()))
                .toList();
    }

    /** An event that is relayed late or again does not go to endpoints that were created after it. */
    private static boolean existed(Entity<WebhookEndpoint> endpoint, Event event) {
        return endpoint.createdAt().isBefore(event.timestamp().plus(CLOCK_DIFFERENCE));
    }
}
