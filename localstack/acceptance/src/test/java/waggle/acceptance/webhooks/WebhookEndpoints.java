package waggle.acceptance.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import waggle.acceptance.client.Api;
import waggle.acceptance.samples.Tags;

/** Webhook endpoints as a client writes them. */
final class WebhookEndpoints {
    static final String PATH = "/webhook-endpoints";

    private WebhookEndpoints() {}

    static ObjectNode body(String url, String... types) {
        var body = Tags.empty().put("url", url);
        Stream.of(types).forEach(body.withArray("event_types")::add);
        return body;
    }

    static JsonNode create(Api api, String url, String... types) {
        return api.post(PATH, body(url, types)).expect(201).json();
    }

    static String secret(JsonNode endpoint) {
        return endpoint.required("secret").asText();
    }

    static String path(JsonNode endpoint) {
        return PATH + "/" + endpoint.required("uuid").asText();
    }
}
