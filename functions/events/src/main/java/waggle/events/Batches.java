package waggle.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import waggle.model.json.Json;

/** What a function answers that works off a batch (AWS Lambda Developer Guide, "Reporting batch item failures"). */
final class Batches {
    private Batches() {}

    static ObjectNode failures(Collection<String> ids) {
        var answer = Json.mapper().createObjectNode();
        var failures = answer.putArray("batchItemFailures");
        ids.forEach(id -> failures.addObject().put("itemIdentifier", id));
        return answer;
    }
}
