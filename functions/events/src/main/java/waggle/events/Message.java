package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waggle.model.json.Json;

/** A message of a queue, as Lambda hands it on (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
record Message(String id, String receipt, String queueArn, Shipment shipment) {
    private static final String FIFO = ".fifo";

    static List<Message> of(JsonNode batch) {
        return batch.path("Records").valueStream().map(Message::one).toList();
    }

    /** Whether it comes from the queue that keeps the order, or from the one where shipments wait. */
    boolean isInOrder() {
        return queueArn.endsWith(FIFO);
    }

    private static Message one(JsonNode json) {
        return new Message(
                json.path("messageId").asText(),
                json.path("receiptHandle").asText(),
                json.path("eventSourceARN").asText(),
                Json.parse(json.path("body").asText(), Shipment.class));
    }
}
