package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import waggle.http.request.Idempotency;
import waggle.model.idempotency.Once;
import waggle.model.records.Precondition;

/** The headers that a request can have beside those of HTTP itself (contract §1, "Concurrency" and "Idempotency"). */
final class RequestHeaders {
    /** API Gateway takes headers of 10,240 bytes in all. */
    private static final int LONGEST = 10_240;

    private static final String MATCH = "Does nothing unless this is the record's `ETag`, or a list that it is in";
    private static final String NONE_MATCH = "Answers 304 if this is the record's `ETag`, or a list that it is in";
    private static final String ONCE = "For 24 hours, the same request with the same key is not done again and gets the"
            + " same reply; another request with it is refused";

    private RequestHeaders() {}

    static Map<String, Parameter> all() {
        var all = new TreeMap<String, Parameter>();
        all.put("If-Match", header("If-Match", MATCH, Scalars.text(0, LONGEST)));
        all.put("If-None-Match", header("If-None-Match", NONE_MATCH, Scalars.text(0, LONGEST)));
        all.put(
                "Idempotency-Key",
                header(
                        "Idempotency-Key",
                        ONCE,
                        Scalars.text(1, Once.MAXIMUM_LENGTH).put("pattern", "^[ -~]+$")));
        return all;
    }

    static List<Parameter> of(Endpoint endpoint) {
        var names = new ArrayList<String>();
        if (endpoint.answersRecord() && endpoint.isRead()) {
            names.add("If-None-Match");
        }
        if (endpoint.asksFor(Precondition.class)) {
            names.add("If-Match");
        }
        if (endpoint.asksFor(Idempotency.class)) {
            names.add("Idempotency-Key");
        }
        return names.stream().map(ListParameters::reference).toList();
    }

    private static Parameter header(String name, String description, ObjectNode schema) {
        return new Parameter().name(name).in("header").description(description).schema(Schemas.model(schema));
    }
}
