package waggle.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import waggle.model.json.Json;

/** The response that reports the failed items of a batch (AWS Lambda Developer Guide, "Reporting batch item failures"). */
final class BatchResponse {
    private BatchResponse() {}

    static ObjectNode of(Collection<String> failed) {
        var response = Json.mapper().createObjectNode();
        var failures = response.putArray("batchItemFailures");
        failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
        return response;
    }
}
