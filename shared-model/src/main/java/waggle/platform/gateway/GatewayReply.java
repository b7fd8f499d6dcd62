package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.json.Json;

/**
 * The gateway's own replies, in the error form of the API (docs/api.md, "Conventions": Errors). The names are API
 * Gateway's response types (Amazon API Gateway Developer Guide, "Gateway response types").
 */
public enum GatewayReply {
    ACCESS_DENIED(ErrorCode.ACCESS_DENIED, "$context.authorizer." + AuthorizerContext.MESSAGE),
    API_CONFIGURATION_ERROR(ErrorCode.INTERNAL_ERROR),
    AUTHORIZER_CONFIGURATION_ERROR(ErrorCode.INTERNAL_ERROR),
    AUTHORIZER_FAILURE(ErrorCode.INTERNAL_ERROR),
    BAD_REQUEST_BODY(ErrorCode.INVALID_REQUEST),
    BAD_REQUEST_PARAMETERS(ErrorCode.INVALID_REQUEST, "The URL must be percent-encoded UTF-8, like ?search=caf%C3%A9"),
    DEFAULT_4XX(ErrorCode.INVALID_REQUEST),
    DEFAULT_5XX(ErrorCode.INTERNAL_ERROR),
    EXPIRED_TOKEN(ErrorCode.INVALID_API_KEY),
    INTEGRATION_FAILURE(ErrorCode.INTERNAL_ERROR),
    INTEGRATION_TIMEOUT(ErrorCode.INTERNAL_ERROR),
    INVALID_API_KEY(ErrorCode.INVALID_API_KEY),
    /** API Gateway tries to read the API key of a request without a route as a signature; see the next one. */
    INVALID_SIGNATURE(ErrorCode.METHOD_NOT_ALLOWED),
    /**
     * Despite its name, API Gateway returns this for a request without a route. Since {@link CatchAll} has a route for every
     * path, only the method can be unknown.
     */
    MISSING_AUTHENTICATION_TOKEN(ErrorCode.METHOD_NOT_ALLOWED),
    QUOTA_EXCEEDED(ErrorCode.RATE_LIMIT_EXCEEDED),
    REQUEST_TOO_LARGE(ErrorCode.PAYLOAD_TOO_LARGE),
    RESOURCE_NOT_FOUND(ErrorCode.NOT_FOUND),
    THROTTLED(ErrorCode.RATE_LIMIT_EXCEEDED),
    UNAUTHORIZED(ErrorCode.INVALID_API_KEY),
    UNSUPPORTED_MEDIA_TYPE(ErrorCode.UNSUPPORTED_MEDIA_TYPE),
    /** The only rule of the web ACL limits the requests of an address. */
    WAF_FILTERED(ErrorCode.RATE_LIMIT_EXCEEDED);

    /** The variable of API Gateway for the request id. */
    public static final String REQUEST_ID_VARIABLE = "$context.requestId";

    /** The variable of API Gateway for the authorizer's error. */
    public static final String MESSAGE_VARIABLE = "$context.authorizer." + AuthorizerContext.MESSAGE;

    /** The web ACL counts the requests of five minutes again every few seconds. */
    private static final int SECONDS_OF_BLOCK = 60;

    private final ErrorCode code;
    private final String message;

    GatewayReply(ErrorCode code) {
        this(code, code.message());
    }

    GatewayReply(ErrorCode code, String message) {
        this.code = code;
        this.message = message;
    }

    public ErrorCode code() {
        return code;
    }

    /** The JSON body, with variables of API Gateway. */
    public String template() {
        var body = new LinkedHashMap<String, String>();
        body.put("error", message);
        body.put("code", code.code());
        body.put("request_id", REQUEST_ID_VARIABLE);
        return Json.write(body);
    }

    /** The headers without the request id. Every value is literal. */
    public Map<String, String> headers() {
        var headers = ReplyHeaders.common();
        headers.putAll(ReplyHeaders.ofError(code));
        if (code == ErrorCode.METHOD_NOT_ALLOWED) {
            headers.put("Allow", String.join(", ", CatchAll.METHODS));
        }
        if (this == WAF_FILTERED) {
            headers.put("Retry-After", Integer.toString(SECONDS_OF_BLOCK));
        }
        return headers;
    }
}
