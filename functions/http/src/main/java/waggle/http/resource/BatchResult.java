package waggle.http.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.http.reply.ApiError;
import waggle.http.reply.Failure;

/**
 * The result of one change of a batch.
 *
 * @param uuid of the record
 * @param status that a PATCH of the record would have
 * @param record after the change; absent if it was refused, and if the reply would be too large with it
 * @param retryAfter the seconds after which the change can be tried again, with the status 503
 * @param error why the change was refused; absent if it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult<R>(
        UUID uuid,
        @Min(200) @Max(599) int status,
        @Nullable R record,
        @Nullable Integer retryAfter,
        @Nullable ApiError error) {

    static <R> BatchResult<R> changed(UUID uuid, R record) {
        return new BatchResult<>(uuid, 200, record, null, null);
    }

    static <R> BatchResult<R> refused(UUID uuid, Failure failure) {
        var wait = failure.headers().get("Retry-After");
        return new BatchResult<>(
                uuid, failure.code().status(), null, wait == null ? null : Integer.valueOf(wait), failure.error());
    }

    /** The result without what may be large. */
    BatchResult<R> brief() {
        return new BatchResult<>(uuid, status, null, retryAfter, error == null ? null : error.brief());
    }
}
