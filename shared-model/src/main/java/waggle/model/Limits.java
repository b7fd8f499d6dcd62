package waggle.model;

import java.time.Duration;

/** The limits that clients see and that the local gateway and the deployed one must share. */
public final class Limits {
    /** Requests that one API key may make in {@link #RATE_WINDOW} (contract §1, "Rate limit"). */
    public static final int RATE = 100;

    public static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    /** The value of the {@code RateLimit-Policy} header (IETF draft-ietf-httpapi-ratelimit-headers). */
    public static final String RATE_POLICY = "\"default\";q=" + RATE + ";w=" + RATE_WINDOW.toSeconds();

    /** The largest request body, in bytes (contract §1, "Content type"). */
    public static final int BODY_BYTES = 256 * 1024;

    /**
     * The largest record, in bytes of its JSON: an event has it twice, before and after a change, and must fit an item of
     * 400 KB (Amazon DynamoDB Developer Guide, "Quotas").
     */
    public static final int RECORD_BYTES = 128 * 1024;

    /** The largest body API Gateway hands on, in bytes (Amazon API Gateway quotas, "Payload size"). */
    public static final int GATEWAY_BODY_BYTES = 10 * 1024 * 1024;

    /** How long API Gateway waits for a function (Amazon API Gateway quotas, "Integration timeout"). */
    public static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(29);

    /**
     * How long an authorizer's answer holds. A revoked key opens nothing 60 seconds later (contract §5); the rest of them
     * is for a read that was a little behind, and for a request that was let in last.
     */
    public static final Duration AUTHORIZER_CACHE = Duration.ofSeconds(55);

    /** How long an event is kept (contract §6). */
    public static final Duration EVENT_RETENTION = Duration.ofDays(30);

    /** How long a webhook's secret still signs after it was rotated (contract §6). */
    public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

    /** How long an endpoint may fail before it is disabled (contract §6). */
    public static final Duration FAILING = Duration.ofDays(5);

    /** The longest value of a query's parameter, in characters. */
    public static final int PARAMETER_CHARACTERS = 1000;

    /** The longest text to filter by, in characters. */
    public static final int FILTER_CHARACTERS = 255;

    /** The longest text to search for, in characters. */
    public static final int SEARCH_CHARACTERS = 100;

    private Limits() {}
}
