package waggle.model.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a request, in the form that is stored for repetitions.
 *
 * @param status the HTTP status
 * @param headers of this reply alone, such as {@code Location}
 * @param body JSON, if there is one
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }
}
