package waggle.cloud.crm.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A reply.
 *
 * @param body {@code ""} for none
 */
public record Reply(int status, String contentType, String body, Map<String, String> headers) {
    private static final int NO_CONTENT = 204;

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json;charset=utf-8", body.toString(), Map.of());
    }

    public static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=UTF-8", body, Map.of());
    }

    /** A reply without a body. */
    public static Reply none() {
        return new Reply(NO_CONTENT, "application/json", "", Map.of());
    }

    /** The reply with one more header. */
    public Reply with(String name, String value) {
        return new Reply(status, contentType, body, Map.of(name, value));
    }
}
