package waggle.http.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;

/**
 * The body of every error reply.
 *
 * @param error a sentence for people
 * @param code a code for programs
 * @param details every fault of an invalid input; absent without faults
 * @param requestId the gateway's, as in the header {@code X-Request-Id}
 */
public record ApiError(
        String error,
        ErrorCode code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> details,
        String requestId) {

    /** The error with its first fault only, where all would be too large. */
    public ApiError brief() {
        return new ApiError(error, code, details.stream().limit(1).toList(), requestId);
    }

    static ApiError of(WaggleException e, String requestId) {
        return new ApiError(e.getMessage(), e.code(), e.faults(), requestId);
    }

    static ApiError of(ErrorCode code, String requestId) {
        return of(new WaggleException(code), requestId);
    }
}
