package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.Limits;

/** The headers of every reply, of the gateway and of the functions (docs/api.md, "Conventions"). */
public final class ReplyHeaders {
    public static final String REQUEST_ID = "X-Request-Id";

    private ReplyHeaders() {}

    /**
     * All headers but the request id, by name. Caches must not store replies, since they contain data of one company.
     */
    public static Map<String, String> common() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("RateLimit-Policy", Limits.RATE_POLICY);
        headers.put("Access-Control-Allow-Origin", Cors.ORIGIN);
        headers.put("Access-Control-Expose-Headers", String.join(", ", Cors.EXPOSED_HEADERS));
        headers.put("Cache-Control", "private, no-cache");
        headers.put("X-Content-Type-Options", "nosniff");
        return headers;
    }
}
