package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply.
 *
 * @param body null for none
 */
record HubSpotReply(int status, @Nullable ObjectNode body, Map<String, String> headers) {

    static HubSpotReply of(int status, ObjectNode body) {
        return new HubSpotReply(status, body, Map.of());
    }

    static HubSpotReply none() {
        return new HubSpotReply(204, null, Map.of());
    }

    static HubSpotReply error(int status, String category, String message) {
        return of(status, body(category, message));
    }

    static HubSpotReply of(HubSpotFault fault) {
        return switch (fault) {
            case SERVER_ERROR, REPLY_LOST -> error(500, "INTERNAL_ERROR", "internal error");
            case LOCKED -> error(423, "LOCKED", "The record is locked");
            case MISSING_SCOPE ->
                error(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.");
            case BURST_LIMIT -> limited("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
            case DAILY_LIMIT -> limited("DAILY", "You have reached your daily limit.");
        };
    }

    private static HubSpotReply limited(String policy, String message) {
        var body = body("RATE_LIMITS", message).put("policyName", policy).put("errorType", "RATE_LIMIT");
        return of(429, body);
    }

    static ObjectNode body(String category, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("message", message)
                .put("correlationId", "00000000-0000-4000-8000-000000000000")
                .put("category", category);
    }
}
