package waggle.model;

import java.util.UUID;

/**
 * On whose behalf something is done: it decides what can be seen and is written beside every change.
 *
 * @param company the tenant that the API key belongs to
 * @param apiKey the API key's uuid, never the key itself
 * @param requestId the gateway's request id
 */
public record Actor(UUID company, UUID apiKey, String requestId) {
    /** Characters of a request's id. */
    public static final int LONGEST_REQUEST_ID = 100;

    /** Waggle itself, at work on what nobody asked for at that moment: a uuid of zeros stands for its key. */
    public static Actor waggle(UUID company) {
        return new Actor(company, new UUID(0, 0), "waggle");
    }
}
