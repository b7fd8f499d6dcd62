package waggle.providers.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import waggle.model.json.Json;

/**
 * An assertion that an app signs with its private key (RFC 7523; Salesforce Help, "OAuth 2.0 JWT Bearer Flow").
 *
 * @param issuer consumer key of the app
 * @param audience the address of the login, {@code https://login.salesforce.com} or {@code https://test.salesforce.com}
 * @param subject name of the user
 */
public record JwtBearer(RSAPrivateKey key, String issuer, String audience, String subject) {
    private static final Duration VALID = Duration.ofMinutes(3);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Bits of the shortest key that RS256 accepts (RFC 7518, section 3.3). */
    private static final int SHORTEST = 2_048;

    /** Reads a private key in PEM form, {@code -----BEGIN PRIVATE KEY-----} (PKCS #8); empty for anything else. */
    public static Optional<RSAPrivateKey> key(String pem) {
        var text = pem.strip();
        if (!text.startsWith("-----BEGIN PRIVATE KEY-----") || !text.endsWith("-----END PRIVATE KEY-----")) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SHORTEST
                    ? Optional.of(rsa)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** The form of a request for a token. */
    public Map<String, String> form(Instant now) {
        var claims = Map.of(
                "iss",
                issuer,
                "aud",
                audience,
                "sub",
                subject,
                "exp",
                now.plus(VALID).getEpochSecond());
        var signed = encoded(Json.write(Map.of("alg", "RS256"))) + "." + encoded(Json.write(claims));
        return Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                signed + "." + signature(signed));
    }

    private String signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an RSA key cannot sign", e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "JwtBearer";
    }
}
