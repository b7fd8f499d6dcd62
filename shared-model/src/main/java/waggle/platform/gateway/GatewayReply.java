package waggle.platform.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.json.Json;

/**
 * What the gateway itself answers, in the contract's error shape (contract §1, "Errors"). The names are those of API
 * Gateway's response types (Amazon API Gateway Developer Guide, "Gateway response types").
 */
public enum GatewayReply {
    ACCESS_DENIED(ErrorCode.ACCESS_DENIED, "$context.authorizer." + AuthorizerContext.MESSAGE),
    API_CONFIGURATION_ERROR(ErrorCode.INTERNAL_ERROR),
    AUTHORIZER_CONFIGURATION_ERROR(ErrorCode.INTERNAL_ERROR),
    AUTHORIZER_FAILURE(ErrorCode.INTERNAL_ERROR),
    BAD_REQUEST_BODY(ErrorCode.INVALID_REQUEST),
    BAD_REQUEST_PARAMETERS(ErrorCode.INVALID_REQUEST),
    DEFAULT_4XX(ErrorCode.INVALID_REQUEST),
    DEFAULT_5XX(ErrorCode.INTERNAL_ERROR),
    EXPIRED_TOKEN(ErrorCode.INVALID_API_KEY),
    INTEGRATION_FAILURE(ErrorCode.INTERNAL_ERROR),
    INTEGRATION_TIMEOUT(ErrorCode.INTERNAL_ERROR),
    INVALID_API_KEY(ErrorCode.INVALID_API_KEY),
    INVALID_SIGNATURE(ErrorCode.INVALID_API_KEY),
    /** The name says otherwise, but this is how API Gateway answers a path or method it has no route for. */
    MISSING_AUTHENTICATION_TOKEN(ErrorCode.NOT_FOUND),
    QUOTA_EXCEEDED(ErrorCode.RATE_LIMIT_EXCEEDED),
    REQUEST_TOO_LARGE(ErrorCode.PAYLOAD_TOO_LARGE),
    RESOURCE_NOT_FOUND(ErrorCode.NOT_FOUND),
    THROTTLED(ErrorCode.RATE_LIMIT_EXCEEDED),
    UNAUTHORIZED(ErrorCode.INVALID_API_KEY),
    UNSUPPORTED_MEDIA_TYPE(ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    /** Where API Gateway puts the request's id into a template. */
    public static final String REQUEST_ID_VARIABLE = "$context.requestId";

    /** Where it puts the authorizer's words. */
    public static final String MESSAGE_VARIABLE = "$context.authorizer." + AuthorizerContext.MESSAGE;

    private static final long SECONDS_PER_REQUEST = Math.ceilDiv(Limits.RATE_WINDOW.toSeconds(), Limits.RATE);

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

    /** The JSON body, with API Gateway's variables in it. */
    public String template() {
        var body = new LinkedHashMap<String, String>();
        body.put("error", message);
        body.put("code", code.code());
        body.put("request_id", REQUEST_ID_VARIABLE);
        return Json.write(body);
    }

    /** The headers but for the request id; every value is literal. */
    public Map<String, String> headers() {
        var headers = ReplyHeaders.common();
        switch (code) {
            // The usage plan lets one more request in after this time.
            case RATE_LIMIT_EXCEEDED -> headers.put("Retry-After", Long.toString(SECONDS_PER_REQUEST));
            // RFC 9110 §11.6.1 wants it on every 401.
            case INVALID_API_KEY -> headers.put("WWW-Authenticate", "Bearer");
            default -> {}
        }
        return headers;
    }
}
