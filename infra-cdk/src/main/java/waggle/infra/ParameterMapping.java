package waggle.infra;

import java.util.Map;
import java.util.TreeMap;
import waggle.platform.gateway.ReplyHeaders;

/** API Gateway's language for header values (Amazon API Gateway Developer Guide, "Parameter mapping"). */
final class ParameterMapping {
    private static final String REQUEST_ID = "context.requestId";

    private ParameterMapping() {}

    /** The headers as they stand, and the request id as the gateway knows it. */
    static Map<String, String> of(Map<String, String> literals) {
        var mapping = new TreeMap<String, String>();
        literals.forEach((name, value) -> mapping.put(name, "'" + value + "'"));
        mapping.put(ReplyHeaders.REQUEST_ID, REQUEST_ID);
        return mapping;
    }
}
