package waggle.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waggle.model.json.Json;
import waggle.platform.aws.QueueFacts;

/** A queue's message as Lambda passes it on (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
public record Message(String id, String receipt, String queueArn, DeliveryTask task) {

    /** Reads all messages of a batch. */
    public static List<Message> listFrom(JsonNode batch) {
        return batch.path("Records").valueStream().map(Message::from).toList();
    }

    /** Whether the message comes from the FIFO queue and not from the queue of delayed tasks. */
    public boolean isInOrder() {
        return queueArn.endsWith(QueueFacts.FIFO_SUFFIX);
    }

    private static Message from(JsonNode json) {
        return new Message(
                json.path("messageId").asText(),
                json.path("receiptHandle").asText(),
                json.path("eventSourceARN").asText(),
                Json.parse(json.path("body").asText(), DeliveryTask.class));
    }
}
