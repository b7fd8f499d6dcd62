package waggle.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;

/**
 * The body of every reply that is an error (contract §1, "Errors").
 *
 * @param error a sentence for a person
 * @param code a word for a program
 * @param details every fault of an invalid input; left out when there are none
 * @param requestId the gateway's, as in the header {@code X-Request-Id}
 */
public record ApiError(
        String error,
        ErrorCode code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> details,
        String requestId) {

    static ApiError of(WaggleException e, String requestId) {
        return new ApiError(e.getMessage(), e.code(), e.faults(), requestId);
    }

    static ApiError of(ErrorCode code, String requestId) {
        return of(new WaggleException(code), requestId);
    }
}
