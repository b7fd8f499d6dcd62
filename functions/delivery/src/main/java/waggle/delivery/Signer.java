package waggle.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs messages with every secret of an endpoint (Standard Webhooks 1.0): two while one is rotated. */
public final class Signer {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private final List<Webhook> keys;

    /**
     * For one endpoint.
     *
     * @param secrets one or several of {@code whsec_} and base64, the newest first
     * @throws IllegalArgumentException if there is none, or one is not of that form; it does not say the secret
     */
    public Signer(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("An endpoint needs a signing secret");
        }
        keys = secrets.stream().map(Signer::key).toList();
    }

    /**
     * The headers of one attempt.
     *
     * @param id the event's, the same on every attempt
     * @param at when the attempt is made
     * @param body in UTF-8, as it is sent
     */
    public Map<String, String> headers(String id, Instant at, byte[] body) {
        return Map.of(ID, id, TIMESTAMP, Long.toString(at.getEpochSecond()), SIGNATURE, signature(id, at, body));
    }

    private String signature(String id, Instant at, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> sign(key, id, at.getEpochSecond(), text))
                .collect(Collectors.joining(" "));
    }

    private static Webhook key(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
            throw new IllegalArgumentException("A signing secret is not " + SigningSecret.PREFIX + " and base64");
        }
    }

    private static String sign(Webhook key, String id, long seconds, String body) {
        try {
            return key.sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("A message cannot be signed", e);
        }
    }
}
