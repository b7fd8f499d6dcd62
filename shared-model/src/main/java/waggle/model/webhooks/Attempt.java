package waggle.model.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint.
 *
 * @param attemptedAt the beginning of the call, to the millisecond
 * @param status of the HTTP reply; null if there was none
 * @param latencyMs milliseconds until the reply or the failure
 * @param error the reason of a failure, as a sentence; null after a success
 * @param reply the beginning of the reply's body, up to 1 KiB
 */
public record Attempt(
        Instant attemptedAt,
        @Nullable @Min(100) @Max(999) Integer status,
        @Min(0) long latencyMs,
        @Nullable @Size(max = 200) String error,
        @Size(max = 1024) String reply) {}
