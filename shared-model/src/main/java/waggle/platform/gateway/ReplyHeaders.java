package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.Limits;

/** The headers that every reply carries, the gateway's own and the functions' alike (contract §1). */
public final class ReplyHeaders {
    public static final String REQUEST_ID = "X-Request-Id";

    private ReplyHeaders() {}

    /** All but the request id, by name. Replies are a company's own data, so nothing on the way may keep them. */
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
