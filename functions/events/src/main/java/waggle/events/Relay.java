package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.events.logs.LogContext;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.TaskQueues;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.notifications.Notifications;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Turns the events of the table's stream into delivery tasks, one for each endpoint that is subscribed, and finds those that
 * may concern users. It stores nothing, so a failed batch is simply processed again.
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
     * The outcome of a batch.
     *
     * @param failed the sequence number of the first record that a failure of DynamoDB or SQS left over
     * @param companies those whose events were read
     * @param news the events that may concern users
     * @param changes the events of resources that are synchronised with CRMs
     */
    record Relayed(Optional<String> failed, Set<UUID> companies, List<News> news, List<News> changes) {}

    /** An event with its place in the stream. */
    record News(StreamRecord record, UUID company, Event event) {}

    /**
     * Relays the events of a batch in their order. A record that cannot be read goes to the relay's dead-letter queue, since
     * it would fail in every attempt and hold up all others.
     */
    Relayed relay(JsonNode batch) {
        var known = new HashMap<UUID, List<Entity<WebhookEndpoint>>>();
        var tasks = new LinkedHashMap<DeliveryTask, String>();
        var news = new ArrayList<News>();
        var changes = new ArrayList<News>();
        var failed = batch.path("Records")
                .valueStream()
                .map(StreamRecord::from)
                .filter(record -> !isRead(record, known, tasks, news, changes))
                .map(StreamRecord::sequenceNumber)
                .findFirst();
        var unsent = queues.offer(List.copyOf(tasks.keySet()));
        var first = tasks.entrySet().stream()
                .filter(task -> unsent.contains(task.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> failed);
        return new Relayed(first, Set.copyOf(known.keySet()), news, changes);
    }

    private boolean isRead(
            StreamRecord record,
            Map<UUID, List<Entity<WebhookEndpoint>>> known,
            Map<DeliveryTask, String> tasks,
            List<News> news,
            List<News> changes) {
        try {
            read(record, known, news, changes).forEach(task -> tasks.put(task, record.sequenceNumber()));
            return true;
        } catch (SdkException e) {
            LOG.error("Stream record {} was not relayed", record.sequenceNumber(), e);
            return false;
        } finally {
            LogContext.clear();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever its content breaks, one record must not stop the others
    private List<DeliveryTask> read(
            StreamRecord record, Map<UUID, List<Entity<WebhookEndpoint>>> known, List<News> news, List<News> changes) {
        try {
            if (!record.isEvent()) {
                return List.of();
            }
            var tasks = tasks(record, known);
            if (Notifications.follow(record.type())) {
                news.add(new News(record, record.company(), record.event()));
            }
            if (CrmSignals.follow(record.type())) {
                changes.add(new News(record, record.company(), record.event()));
            }
            return tasks;
        } catch (SdkException e) {
            throw e;
        } catch (RuntimeException e) {
            queues.park(record.position());
            UnreadableRecord.log(record, e);
            return List.of();
        }
    }

    private List<DeliveryTask> tasks(StreamRecord record, Map<UUID, List<Entity<WebhookEndpoint>>> known) {
        var company = record.company();
        LogContext.company(company);
        LogContext.request(record.requestId());
        return tasks(company, record, known.computeIfAbsent(company, uuid -> endpoints.all(Actor.waggle(uuid))));
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
