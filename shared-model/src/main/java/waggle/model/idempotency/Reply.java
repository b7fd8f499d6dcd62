package waggle.model.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a request, as it is stored to be repeated.
 *
 * @param status the HTTP status
 * @param headers those that belong to this reply alone
 * @param body JSON, if there is one
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }
}
