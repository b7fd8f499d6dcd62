package waggle.model.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint.
 *
 * @param attemptedAt when it began, to the millisecond
 * @param status the HTTP status of the reply; null when there was none
 * @param latencyMs milliseconds until the reply, or until it was given up
 * @param error what went wrong, for a person; null when nothing did
 * @param reply how the reply's body begins, up to 1 KiB
 */
public record Attempt(
        Instant attemptedAt,
        @Nullable @Min(100) @Max(999) Integer status,
        @Min(0) long latencyMs,
        @Nullable @Size(max = 200) String error,
        @Size(max = 1024) String reply) {}
