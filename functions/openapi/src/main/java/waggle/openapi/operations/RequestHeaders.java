package waggle.openapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import waggle.http.request.Idempotency;
import waggle.model.idempotency.Once;
import waggle.model.records.Precondition;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Endpoint;

/** The headers of requests (docs/api.md, "Conventions"). */
public final class RequestHeaders {
    /** API Gateway accepts headers of 10,240 bytes in all. */
    private static final int LONGEST = 10_240;

    /** Entity tags with commas between, or an asterisk (RFC 9110 §13.1.1). */
    private static final String TAGS = "^\\s*(\\*|[ \\t,]*((W/)?\"[^\"]*\"[ \\t]*(,[ \\t,]*|$))+)\\s*$";

    private static final String MATCH = "The request fails with 412 unless this is or contains the record's `ETag`";
    private static final String NONE_MATCH = "The reply is 304 if this is or contains the record's `ETag`";
    private static final String ONCE =
            "For 24 hours, a repeat of the request with the same key returns the first reply and changes"
                    + " nothing; a different request with the same key returns 422. A repeat of a batch tries again what was"
                    + " not changed";

    private RequestHeaders() {}

    public static Map<String, Parameter> all() {
        var all = new TreeMap<String, Parameter>();
        all.put("If-Match", header("If-Match", MATCH, Scalars.text(1, LONGEST).put("pattern", TAGS)));
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
        if (endpoint.returnsRecord() && endpoint.isRead()) {
            names.add("If-None-Match");
        }
        if (endpoint.hasParameter(Precondition.class)) {
            names.add("If-Match");
        }
        if (endpoint.hasParameter(Idempotency.class)) {
            names.add("Idempotency-Key");
        }
        return names.stream().map(ListParameters::reference).toList();
    }

    private static Parameter header(String name, String description, ObjectNode schema) {
        return new Parameter().name(name).in("header").description(description).schema(Schemas.model(schema));
    }
}
