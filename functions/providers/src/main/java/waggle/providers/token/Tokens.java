package waggle.providers.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a grant.
 *
 * @param access token of calls; {@code ""} before the first one
 * @param expiresAt the time after which the provider refuses it; null if the provider does not tell
 * @param refresh the refresh token; null for a grant without one
 */
public record Tokens(
        String access,
        @Nullable Instant expiresAt,
        @Nullable String refresh) {
    /** No tokens yet. */
    public static final Tokens NONE = new Tokens("", null, null);

    @Override
    public String toString() {
        return "Tokens";
    }
}
