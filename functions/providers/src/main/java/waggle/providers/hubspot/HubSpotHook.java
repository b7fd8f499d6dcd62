package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import waggle.model.WaggleException;
import waggle.providers.hook.HookCall;
import waggle.providers.hook.HookSignal;
import waggle.providers.hook.Rows;

/** The webhooks of an app of HubSpot (HubSpot developer documentation, "Validating requests", version 3; "Webhooks API"). */
public final class HubSpotHook {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    /** By the name before the point of {@code subscriptionType}, or by {@code objectTypeId} of generic subscriptions. */
    private static final Map<String, String> OBJECTS = Map.of(
            "company",
            "companies",
            "contact",
            "contacts",
            "deal",
            "deals",
            "0-2",
            "companies",
            "0-1",
            "contacts",
            "0-3",
            "deals");

    private HubSpotHook() {}

    /**
     * Whether the app signed the call, not more than five minutes ago.
     *
     * @param secret the client secret of the app
     */
    public static boolean isSigned(HookCall call, String secret, Instant now) {
        var timestamp = call.header().apply("X-HubSpot-Request-Timestamp").orElse("");
        var isRecent = MILLISECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(OLDEST)
                        <= 0;
        var signature = call.header().apply("X-HubSpot-Signature-v3").orElse("");
        var signed = signature(secret, call.method() + call.url() + call.body() + timestamp);
        return MessageDigest.isEqual(bytes(signed), bytes(signature)) && isRecent;
    }

    /** HMAC-SHA256 in base64. */
    public static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The records that a body names. A merge names the records of both sides.
     *
     * @throws WaggleException if the body is not JSON
     */
    public static List<HookSignal> signals(String body) {
        return Rows.of(body).flatMap(HubSpotHook::ofRow).limit(Rows.MOST).toList();
    }

    private static Stream<HookSignal> ofRow(JsonNode row) {
        var kind = row.path("subscriptionType").asText().split("\\.", 2)[0];
        var object = Optional.ofNullable(OBJECTS.get(kind))
                .or(() ->
                        Optional.ofNullable(OBJECTS.get(row.path("objectTypeId").asText())));
        var key = "hook " + row.path("eventId").asText() + " "
                + row.path("occurredAt").asText();
        return object.stream().flatMap(name -> Rows.ids(
                        row, "objectId", "fromObjectId", "primaryObjectId", "newObjectId", "mergedObjectIds")
                .distinct()
                .map(id -> new HookSignal(row.path("portalId").asText(), name, id, key + " " + name + " " + id)));
    }
}
