package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;

/** HubSpot's replies. */
final class HubSpotReply {
    private HubSpotReply() {}

    static Reply error(int status, String category, String message) {
        return Reply.json(status, body(category, message));
    }

    static Reply missing() {
        return error(404, "OBJECT_NOT_FOUND", "Object not found");
    }

    static Reply of(Fault fault) {
        return switch (fault) {
            case SERVER_ERROR, REPLY_LOST -> error(500, "INTERNAL_ERROR", "internal error");
            case LOCKED -> error(423, "LOCKED", "The record is locked");
            case TOKEN_EXPIRED -> error(401, "EXPIRED_AUTHENTICATION", "The token expired");
            case MISSING_SCOPE ->
                error(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.");
            case BURST_LIMIT -> limited("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
            case DAILY_LIMIT -> limited("DAILY", "You have reached your daily limit.");
            case BLOCKED -> Reply.html(403, "<html><body>Access denied</body></html>");
        };
    }

    private static Reply limited(String policy, String message) {
        return Reply.json(
                429, body("RATE_LIMITS", message).put("policyName", policy).put("errorType", "RATE_LIMIT"));
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
