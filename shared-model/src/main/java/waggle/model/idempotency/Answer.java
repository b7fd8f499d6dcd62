package waggle.model.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request was answered, to be answered again.
 *
 * @param status the HTTP status
 * @param headers those that belong to this answer alone
 * @param body JSON, if there is one
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable String body) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
