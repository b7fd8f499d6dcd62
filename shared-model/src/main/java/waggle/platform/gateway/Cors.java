package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.Limits;

/**
 * The reply headers for scripts in browsers (docs/api.md, "Conventions": CORS; WHATWG Fetch standard, "CORS protocol").
 */
public final class Cors {
    public static final String ORIGIN = "*";
    public static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    public static final List<String> REQUEST_HEADERS =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");

    /** The reply headers that a script can read. */
    public static final List<String> EXPOSED_HEADERS =
            List.of("ETag", "Idempotency-Replayed", "Location", "RateLimit-Policy", "Retry-After", "X-Request-Id");

    /** The time that a browser caches a preflight reply; browsers accept no longer one. */
    public static final int MAX_AGE_SECONDS = 7200;

    private Cors() {}

    /** The headers of the reply to a preflight request. */
    public static Map<String, String> preflight() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Access-Control-Allow-Origin", ORIGIN);
        headers.put("Access-Control-Allow-Methods", String.join(", ", METHODS));
        headers.put("Access-Control-Allow-Headers", String.join(", ", REQUEST_HEADERS));
        headers.put("Access-Control-Max-Age", Integer.toString(MAX_AGE_SECONDS));
        headers.put("RateLimit-Policy", Limits.RATE_POLICY);
        return headers;
    }
}
