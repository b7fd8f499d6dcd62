package waggle.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one call. It contains no secret and no internal detail.
 *
 * @param at when the call started
 * @param latency duration of the call, the body included
 * @param status HTTP status of the reply; null without a reply
 * @param body first KiB of the reply's body as text without control characters; may be empty
 * @param retryAfter wait that the reply asked for; null if it did not
 * @param error reason of the failure for a person to read; null if the status is the reason, and after a success
 */
public record Outcome(
        Instant at,
        Duration latency,
        @Nullable Integer status,
        String body,
        @Nullable Duration retryAfter,
        @Nullable String error) {
    private static final int GONE = 410;

    /** Whether the receiver returned a status of 2xx within the deadline. */
    public boolean isSuccess() {
        return error == null && status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver returned 410 Gone, which asks for no more events. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
