package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;

/** Pipedrive's replies. */
final class PipedriveReply {
    private PipedriveReply() {}

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Reply data(int status, JsonNode data) {
        var body = node().put("success", true);
        body.set("data", data);
        return Reply.json(status, body);
    }

    /** @param next cursor of the next page; null after the last one */
    static Reply page(Stream<ObjectNode> rows, @Nullable String next) {
        var body = node().put("success", true);
        body.putArray("data").addAll(rows.toList());
        body.putObject("additional_data").put("next_cursor", next);
        return Reply.json(200, body);
    }

    static Reply error(int status, String code, String message) {
        return Reply.json(
                status,
                node().put("success", false)
                        .put("error", message)
                        .put("error_info", "Please check developers.pipedrive.com")
                        .put("code", code));
    }

    static Reply missing() {
        return error(404, "ERR_NOT_FOUND", "Entity not found");
    }

    static Reply invalid(String field, String what) {
        return error(400, "ERR_SCHEMA_VALIDATION_FAILED", "Validation failed: " + field + ": " + what);
    }

    static Reply of(Fault fault) {
        return switch (fault) {
            case SERVER_ERROR, REPLY_LOST -> error(500, "ERR_INTERNAL", "Internal error");
            case LOCKED -> error(503, "ERR_UNAVAILABLE", "Service unavailable");
            case TOKEN_EXPIRED -> error(401, "ERR_UNAUTHORIZED", "Unauthorized access");
            case MISSING_SCOPE -> error(403, "ERR_SCOPE", "Scope and URL mismatch");
            case BURST_LIMIT -> limited(0);
            case DAILY_LIMIT -> limited(19);
            case BLOCKED -> Reply.html(403, "<!DOCTYPE html><title>Access denied | Cloudflare</title>");
        };
    }

    /** Both limits look alike, but for the calls that are left of the current two seconds. */
    private static Reply limited(int remaining) {
        return error(429, "ERR_RATE_LIMIT", "Request over limit")
                .with("x-ratelimit-remaining", Integer.toString(remaining));
    }
}
