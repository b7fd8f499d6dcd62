package waggle.model;

import java.time.Duration;

/** Limits that the local gateway, the deployed gateway and the functions share. */
public final class Limits {
    /** The most requests of one API key in {@link #RATE_WINDOW} (docs/api.md, "Conventions": Rate limit). */
    public static final int RATE = 100;

    public static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    /** The value of the {@code RateLimit-Policy} header (IETF draft-ietf-httpapi-ratelimit-headers). */
    public static final String RATE_POLICY = "\"default\";q=" + RATE + ";w=" + RATE_WINDOW.toSeconds();

    /** Bytes of the largest request body (docs/api.md, "Conventions": Sizes). */
    public static final int BODY_BYTES = 256 * 1024;

    /**
     * Bytes of the largest record, as JSON. The event of a change has the record twice, before and after, and must
     * fit an item of 400 KB (Amazon DynamoDB Developer Guide, "Quotas").
     */
    public static final int RECORD_BYTES = 128 * 1024;

    /** Bytes of the largest page of a list, as JSON: a function's reply has at most 6 MB, with the JSON as a text. */
    public static final int PAGE_BYTES = 5 * 1024 * 1024;

    /** Bytes of the largest body that API Gateway passes to a function (Amazon API Gateway quotas, "Payload size"). */
    public static final int GATEWAY_BODY_BYTES = 10 * 1024 * 1024;

    /** The time that API Gateway waits for a function (Amazon API Gateway quotas, "Integration timeout"). */
    public static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(29);

    /**
     * The time that API Gateway caches an authorizer's policy. No request succeeds with a key more than 60 seconds
     * after its revocation (docs/api.md, "Account"). The other 5 seconds cover an eventually consistent read of the key
     * and the last admitted request.
     */
    public static final Duration AUTHORIZER_CACHE = Duration.ofSeconds(55);

    /** The time that events and deliveries are kept (docs/api.md, "Events and webhooks"). */
    public static final Duration EVENT_RETENTION = Duration.ofDays(30);

    /** The time that notifications are kept (docs/api.md, "Notifications"). */
    public static final Duration NOTIFICATION_RETENTION = Duration.ofDays(90);

    /**
     * The time that the previous secret of a webhook endpoint still signs after a rotation (docs/api.md,
     * "Events and webhooks").
     */
    public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

    /** The time without a success after which an endpoint is disabled (docs/api.md, "Events and webhooks"). */
    public static final Duration FAILING = Duration.ofDays(5);

    /** Characters of the longest query parameter. */
    public static final int PARAMETER_CHARACTERS = 1000;

    /** Characters of the longest value of a filter. */
    public static final int FILTER_CHARACTERS = 255;

    /** Characters of the longest value of {@code search}. */
    public static final int SEARCH_CHARACTERS = 100;

    private Limits() {}
}
