package waggle.events;

import java.time.Instant;
import java.util.UUID;
import waggle.model.json.Json;
import waggle.model.webhooks.DeliveryId;

/**
 * That an event is to go to an endpoint: the body of the queues' messages. What it says is found in the table.
 *
 * @param record that the event is about
 * @param occasion tells one from others of the same event to the same endpoint: when it was due, and nothing at first
 */
record Shipment(UUID company, UUID endpoint, UUID event, UUID record, String occasion) {
    /** How many batches of an endpoint are worked on side by side, each of ten messages at most. */
    private static final int SHARES = 2;

    Shipment(UUID company, UUID endpoint, UUID event, UUID record) {
        this(company, endpoint, event, record, "");
    }

    /** The same to be looked at when its time has come, however often it is told so. */
    Shipment due(Instant at) {
        return new Shipment(company, endpoint, event, record, Json.time(at));
    }

    /** The same to be looked at although nothing is due yet. */
    Shipment woken(Instant at) {
        return new Shipment(company, endpoint, event, record, "woken#" + Json.time(at));
    }

    UUID delivery() {
        return DeliveryId.of(endpoint, event);
    }

    /**
     * Messages of a group are handed out in order, and none while others are at work. So an endpoint that hangs keeps only
     * its own few groups waiting, and events of one record stay in order.
     */
    String group() {
        return endpoint + "#" + Math.floorMod(record.hashCode(), SHARES);
    }

    /** Of two messages with the same the queue takes one (Amazon SQS API Reference, {@code MessageDeduplicationId}). */
    String deduplication() {
        return delivery() + "#" + occasion;
    }

    Lane lane() {
        return new Lane(endpoint, record);
    }

    /** What is delivered one after another. */
    record Lane(UUID endpoint, UUID record) {}
}
