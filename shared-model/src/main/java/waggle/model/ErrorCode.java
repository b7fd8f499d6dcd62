package waggle.model;

import java.util.Locale;

/** The catalogue of errors that the API returns (docs/api.md, "Conventions": Statuses, Errors). */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request is invalid"),
    RESPONSE_TOO_LARGE(400, "The page is larger than " + Limits.PAGE_BYTES / 1024 / 1024 + " MiB"),
    INVALID_API_KEY(401, "Invalid API key"),
    ACCESS_DENIED(403, "Access denied"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    CONFLICT(409, "Conflict"),
    PAYMENT_HELD(409, "The payment is held"),
    BELOW_MINIMUM_PAYOUT(409, "The balance is below the minimum payout"),
    VERSION_MISMATCH(412, "The record has changed: its version is not the one in If-Match"),
    PAYLOAD_TOO_LARGE(413, "The body is larger than " + Limits.BODY_BYTES / 1024 + " KiB"),
    RECORD_TOO_LARGE(413, "The record is larger than " + Limits.RECORD_BYTES / 1024 + " KiB"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported content type"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    RATE_LIMIT_EXCEEDED(429, "Rate limit exceeded"),
    INTERNAL_ERROR(500, "Internal error"),
    SERVICE_UNAVAILABLE(503, "Service unavailable");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The default sentence of the error. */
    public String message() {
        return message;
    }

    /** The value of {@code code} in a reply, in snake_case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
