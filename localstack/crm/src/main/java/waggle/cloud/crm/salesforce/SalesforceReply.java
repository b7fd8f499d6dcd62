package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;

/** Salesforce's replies. A refusal is an array. */
final class SalesforceReply {
    private SalesforceReply() {}

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode error(String code, String message, String... fields) {
        var error = node().put("message", message).put("errorCode", code);
        var names = error.putArray("fields");
        for (var field : fields) {
            names.add(field);
        }
        return error;
    }

    static Reply refused(int status, ObjectNode error) {
        return Reply.json(status, array().add(error));
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static Reply missing() {
        return refused(404, error("NOT_FOUND", "The requested resource does not exist"));
    }

    static Reply expired() {
        return refused(401, error("INVALID_SESSION_ID", "Session expired or invalid"));
    }

    static Reply of(Fault fault) {
        return switch (fault) {
            case SERVER_ERROR, REPLY_LOST -> refused(500, error("UNKNOWN_EXCEPTION", "An unexpected error occurred"));
            case LOCKED ->
                refused(400, error("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record"));
            case TOKEN_EXPIRED -> expired();
            case MISSING_SCOPE ->
                refused(403, error("API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization."));
            case BURST_LIMIT, DAILY_LIMIT ->
                refused(403, error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
            case BLOCKED -> Reply.html(403, "<html><body>Forbidden</body></html>");
        };
    }
}
