package waggle.events.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;
import waggle.model.webhooks.DeliveryId;

/**
 * The task to deliver an event to an endpoint: the body of a queue's message. It holds identifiers only; the dispatcher
 * reads the rest from the table.
 *
 * @param record uuid of the record that the event is about
 * @param trigger distinguishes the tasks of one delivery: empty for the relay's, the due time of a retry, or the time at
 *     which the delivery before it finished
 * @param requestedAt the time of a replay's request, which repeats an earlier delivery; null for all other tasks
 */
public record DeliveryTask(
        UUID company,
        UUID endpoint,
        UUID event,
        UUID record,
        String trigger,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant requestedAt) {
    /** Message groups per endpoint, and so batches of one endpoint that run at the same time. */
    private static final int GROUPS = 2;

    public DeliveryTask(UUID company, UUID endpoint, UUID event, UUID record) {
        this(company, endpoint, event, record, "", null);
    }

    /** Returns the task for an attempt that is due at a time. All tasks for that time are duplicates of each other. */
    public DeliveryTask due(Instant at) {
        return new DeliveryTask(company, endpoint, event, record, Json.time(at), requestedAt);
    }

    /** Returns the task for a delivery that no longer waits behind another, whatever its due time is. */
    public DeliveryTask released(Instant at) {
        return new DeliveryTask(company, endpoint, event, record, "released#" + Json.time(at), requestedAt);
    }

    /** Returns the task for a delivery that a replay requested at a time, whether or not an earlier one succeeded. */
    public DeliveryTask replayed(Instant at) {
        return new DeliveryTask(company, endpoint, event, record, "replay#" + Json.time(at), at);
    }

    public UUID delivery() {
        return DeliveryId.of(endpoint, event);
    }

    /**
     * Returns the {@code MessageGroupId}. SQS returns the messages of a group in order, and none while a batch of the group
     * is in flight. A slow endpoint therefore delays only its own groups, and the events of one record keep their order.
     */
    String messageGroup() {
        return endpoint + "#" + Math.floorMod(record.hashCode(), GROUPS);
    }

    /** Returns the {@code MessageDeduplicationId}: SQS stores one of the messages with the same id (SendMessage). */
    String deduplicationId() {
        return delivery() + "#" + trigger;
    }

    public OrderingKey orderingKey() {
        return new OrderingKey(endpoint, record);
    }

    /** The scope of the delivery order: the tasks of one record and one endpoint run one after another. */
    public record OrderingKey(UUID endpoint, UUID record) {}
}
