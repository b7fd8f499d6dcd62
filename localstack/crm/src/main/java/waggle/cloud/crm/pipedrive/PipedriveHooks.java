package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import waggle.cloud.crm.fake.HookSender;

/**
 * The webhooks of Pipedrive, sent on demand (Pipedrive developer documentation, "Guide for Webhooks v2").
 *
 * @param login {@code user:password} of HTTP Basic
 * @param account the company that the messages name
 */
public record PipedriveHooks(URI address, String login, long account, Clock clock) {

    /** The body of a message about a record. */
    public String body(String entity, String action, String id) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("meta")
                .put("version", "2.0")
                .put("id", UUID.randomUUID().toString())
                .put("action", action)
                .put("entity", entity)
                .put("entity_id", id)
                .put("company_id", Long.toString(account))
                .put("change_source", "app")
                .put("timestamp", clock.instant().toString())
                .put("attempt", 1);
        body.putObject("data").put("name", "what a hook says is not read");
        return body.toString();
    }

    /** Sends a body, and returns the status of the reply. */
    public int send(String body) {
        var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return HookSender.post(address, body, Map.of("Authorization", "Basic " + basic));
    }
}
