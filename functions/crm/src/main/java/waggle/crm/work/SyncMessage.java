package waggle.crm.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waggle.model.json.Json;
import waggle.platform.queue.CrmTask;

/** A queue's message as Lambda passes it on (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
record SyncMessage(String id, CrmTask task) {
    static List<SyncMessage> listFrom(JsonNode batch) {
        return batch.path("Records")
                .valueStream()
                .map(json -> new SyncMessage(
                        json.path("messageId").asText(),
                        Json.parse(json.path("body").asText(), CrmTask.class)))
                .toList();
    }
}
