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
    public static final String REFRESH_TOKEN = "local-refresh-1:0";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final Clock clock;
    private final String name;
    private final Map<String, Instant> tokens = new HashMap<>();
    private String refresh;
    private boolean hasCode = true;
    private int issued;

    public FakeGrants(Clock clock) {
        this(clock, "");
    }

    /** @param name of the account, which its tokens contain */
    public FakeGrants(Clock clock, String name) {
        this.clock = clock;
        this.name = name;
        this.refresh = token("local-refresh-");
    }

    /** The refresh token that is good now. */
    public String refreshToken() {
        return refresh;
    }

    /** The tokens of a request; empty if the app or the grant is wrong. */
    public Optional<ObjectNode> reply(Map<String, String> form, String clientId, String clientSecret) {
        var isApp = CLIENT_ID.equals(clientId) && CLIENT_SECRET.equals(clientSecret);
        if (!isApp || !isGranted(form)) {
            return Optional.empty();
        }
        issued++;
        refresh = token("local-refresh-");
        var access = token("local-access-");
        tokens.put(access, clock.instant().plus(LIFETIME));
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("access_token", access)
                .put("refresh_token", refresh)
                .put("expires_in", LIFETIME.toSeconds())
                .put("token_type", "bearer"));
    }

    /** A token has a colon, which a form encodes. */
    private String token(String kind) {
        return kind + name + "1:" + issued;
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
        return clock.instant().isBefore(end(authorization));
    }

    /** Whether a call with this header could be made until its access token expired. */
    public boolean isExpired(String authorization) {
        return tokens.containsKey(access(authorization)) && !accepts(authorization);
    }

    private Instant end(String authorization) {
        return tokens.getOrDefault(access(authorization), Instant.MIN);
    }

    private static String access(String authorization) {
        return authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    }

    /** Ends all access tokens. */
    public void expire() {
        tokens.replaceAll((token, end) -> Instant.MIN);
    }
}
