package waggle.infra.api;

import java.util.Map;
import java.util.TreeMap;
import waggle.platform.gateway.ReplyHeaders;

/** Header values in the syntax of API Gateway (Amazon API Gateway Developer Guide, "Parameter mapping"). */
final class ParameterMapping {
    private static final String REQUEST_ID = "context.requestId";

    private ParameterMapping() {}

    /** Literal headers, and the gateway's request id. */
    static Map<String, String> of(Map<String, String> literals) {
        var mapping = new TreeMap<String, String>();
        literals.forEach((name, value) -> mapping.put(name, "'" + value + "'"));
        mapping.put(ReplyHeaders.REQUEST_ID, REQUEST_ID);
        return mapping;
    }
}
