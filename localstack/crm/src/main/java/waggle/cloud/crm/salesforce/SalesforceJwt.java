package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The check of an assertion that an app signs with its private key (Salesforce Help, "OAuth 2.0 JWT Bearer Flow").
 *
 * @param key of the certificate that the app has
 * @param app consumer key
 * @param user whom the app may act for
 */
record SalesforceJwt(PublicKey key, String app, String user, Clock clock) {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int PARTS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    static boolean isAsked(Map<String, String> form) {
        return GRANT.equals(form.get("grant_type"));
    }

    /** Whether the assertion of a request is signed, in time, and about this app and user. */
    boolean accepts(Map<String, String> form) {
        var parts = form.getOrDefault("assertion", "").split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        try {
            var claims = json(parts[1]);
            var left = Duration.between(
                    clock.instant(), Instant.ofEpochSecond(claims.path("exp").asLong()));
            return json(parts[0]).path("alg").asText().equals("RS256")
                    && isSigned(parts[0] + "." + parts[1], parts[2])
                    && claims.path("iss").asText().equals(app)
                    && claims.path("sub").asText().equals(user)
                    && AUDIENCES.contains(claims.path("aud").asText())
                    && left.isPositive()
                    && left.compareTo(LONGEST) <= 0;
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean isSigned(String text, String signature) throws GeneralSecurityException {
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static JsonNode json(String part) throws JsonProcessingException {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
