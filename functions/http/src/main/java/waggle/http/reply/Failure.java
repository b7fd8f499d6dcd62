package waggle.http.reply;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.platform.gateway.ReplyHeaders;

/**
 * What clients learn of a request, or of a part of one, that failed: refusals as they are, and of other failures only the
 * request id. The log has everything.
 *
 * @param code of the error
 * @param error the body
 */
public record Failure(ErrorCode code, ApiError error) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    /**
     * The failure that an exception means.
     *
     * @param method of the request, {@code POST}
     * @param requestId the gateway's
     */
    public static Failure of(Throwable error, String method, String requestId) {
        if (error instanceof WaggleException refused) {
            return new Failure(refused.code(), ApiError.of(refused, requestId));
        }
        LOG.error("request {} failed", requestId, error);
        var code = TableFailure.leftNothing(method, error) ? ErrorCode.SERVICE_UNAVAILABLE : ErrorCode.INTERNAL_ERROR;
        return new Failure(code, ApiError.of(code, requestId));
    }

    /** The headers that such a reply has beside the common ones. */
    public Map<String, String> headers() {
        return ReplyHeaders.ofError(code);
    }
}
