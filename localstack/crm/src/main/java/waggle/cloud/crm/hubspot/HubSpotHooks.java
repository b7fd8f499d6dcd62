package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import waggle.cloud.crm.fake.HookSender;

/**
 * The webhooks of an app of HubSpot, sent on demand (HubSpot developer documentation, "Validating requests", version 3).
 *
 * @param secret the client secret of the app
 * @param account the account that the events name
 */
public record HubSpotHooks(URI address, String secret, long account, Clock clock) {

    /** The body of a message, with an event for each record. */
    public String body(String subscription, List<String> ids) {
        var events = JsonNodeFactory.instance.arrayNode();
        for (var id : ids) {
            events.addObject()
                    .put("eventId", clock.millis() % 1_000_000 + events.size())
                    .put("subscriptionType", subscription)
                    .put("portalId", account)
                    .put("objectId", Long.parseLong(id))
                    .put("propertyName", "name")
                    .put("propertyValue", "what a hook says is not read")
                    .put("changeSource", "CRM_UI")
                    .put("occurredAt", clock.millis())
                    .put("attemptNumber", 0);
        }
        return events.toString();
    }

    /** Signs and sends a body, and returns the status of the reply. */
    public int send(String body) {
        var time = Long.toString(clock.millis());
        return HookSender.post(
                address,
                body,
                Map.of(
                        "X-HubSpot-Request-Timestamp",
                        time,
                        "X-HubSpot-Signature-v3",
                        signature("POST" + address + body + time)));
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
