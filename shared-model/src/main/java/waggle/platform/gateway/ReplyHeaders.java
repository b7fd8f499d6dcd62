package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.Limits;

/** The headers of every reply, of the gateway and of the functions (docs/api.md, "Conventions"). */
public final class ReplyHeaders {
    public static final String REQUEST_ID = "X-Request-Id";

    private static final long SECONDS_PER_REQUEST = Math.ceilDiv(Limits.RATE_WINDOW.toSeconds(), Limits.RATE);

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

    /** The headers that an error has beside the common ones. */
    public static Map<String, String> ofError(ErrorCode code) {
        return switch (code) {
            // The usage plan admits another request after this time.
            case RATE_LIMIT_EXCEEDED -> Map.of("Retry-After", Long.toString(SECONDS_PER_REQUEST));
            // A burst of writes is over, or the table reachable, after seconds.
            case SERVICE_UNAVAILABLE -> Map.of("Retry-After", "1");
            // RFC 9110 §11.6.1 requires it on every 401.
            case INVALID_API_KEY -> Map.of("WWW-Authenticate", "Bearer");
            default -> Map.of();
        };
    }
}
