package waggle.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs webhook calls (Standard Webhooks 1.0) with every secret of an endpoint: two after a rotation, else one. */
public final class Signer {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private final List<Webhook> keys;

    /**
     * Creates a signer for one endpoint.
     *
     * @param secrets at least one, each {@code whsec_} and base64, the newest first
     * @throws IllegalArgumentException if there is none or one is malformed; the message does not contain the secret
     */
    public Signer(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("An endpoint needs a signing secret");
        }
        keys = secrets.stream().map(Signer::key).toList();
    }

    /**
     * Returns the headers of one attempt.
     *
     * @param id the event's uuid, the same on every attempt
     * @param at time of the attempt
     * @param body the request's body in UTF-8
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
            throw new IllegalArgumentException("A signing secret must be " + SigningSecret.PREFIX + " and base64");
        }
    }

    private static String sign(Webhook key, String id, long seconds, String body) {
        try {
            return key.sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("The call cannot be signed", e);
        }
    }
}
