package waggle.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call. A failure is as normal as a success; nothing of the inside and no secret is in it.
 *
 * @param at when the call was begun
 * @param latency how long it took, the body included
 * @param status the reply's, if one came
 * @param body the reply's first KiB as text, without control characters; empty if it has none
 * @param retryAfter how long the reply asks to be left alone
 * @param error why there is no reply, or why it counts for nothing, in words for a person
 */
public record Outcome(
        Instant at,
        Duration latency,
        @Nullable Integer status,
        String body,
        @Nullable Duration retryAfter,
        @Nullable String error) {
    private static final int GONE = 410;

    /** Whether the receiver took the message: a status of 2xx within the deadline. */
    public boolean isSuccess() {
        return error == null && status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver wants no more messages, ever. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
