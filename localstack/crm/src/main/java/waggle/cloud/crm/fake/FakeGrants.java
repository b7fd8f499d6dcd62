package waggle.cloud.crm.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The grant of one app (RFC 6749). A refresh token is good for one use: the reply has the next one. */
public final class FakeGrants {
    public static final String CLIENT_ID = "local-client";
    public static final String CLIENT_SECRET = "local-client-secret-1";

    /** The code of the consent, good for one use. */
    public static final String CODE = "local-code-1";

    /** The first refresh token. */
    public static final String REFRESH_TOKEN = "local-refresh-0";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final Clock clock;
    private final Map<String, Instant> tokens = new HashMap<>();
    private String refresh = REFRESH_TOKEN;
    private boolean hasCode = true;
    private int issued;

    public FakeGrants(Clock clock) {
        this.clock = clock;
    }

    /** The tokens of a request; empty if the app or the grant is wrong. */
    public Optional<ObjectNode> reply(Map<String, String> form, String clientId, String clientSecret) {
        var isApp = CLIENT_ID.equals(clientId) && CLIENT_SECRET.equals(clientSecret);
        if (!isApp || !isGranted(form)) {
            return Optional.empty();
        }
        issued++;
        refresh = "local-refresh-" + issued;
        var access = "local-access-" + issued;
        tokens.put(access, clock.instant().plus(LIFETIME));
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("access_token", access)
                .put("refresh_token", refresh)
                .put("expires_in", LIFETIME.toSeconds())
                .put("token_type", "bearer"));
    }

    private boolean isGranted(Map<String, String> form) {
        if ("authorization_code".equals(form.get("grant_type"))) {
            var isFirst = hasCode && CODE.equals(form.get("code"));
            hasCode = hasCode && !isFirst;
            return isFirst;
        }
        return "refresh_token".equals(form.get("grant_type")) && refresh.equals(form.get("refresh_token"));
    }

    /** Whether a call with this header may be made. */
    public boolean accepts(String authorization) {
        return authorization.startsWith("Bearer ")
                && clock.instant()
                        .isBefore(tokens.getOrDefault(authorization.substring("Bearer ".length()), Instant.MIN));
    }

    /** Ends all access tokens. */
    public void expire() {
        tokens.clear();
    }
}
