package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import waggle.model.crm.mapping.Provider;
import waggle.model.json.Json;

/**
 * What a demo on this machine is connected with. It needs a key with the scope {@code admin}, and its own machine, so a demo
 * elsewhere has none.
 *
 * @param receivers the addresses of webhook endpoints, by what they are for
 * @param crms the credentials of connections to CRMs, as JSON
 */
public record Surroundings(Map<String, URI> receivers, Map<Provider, String> crms) {
    /** No connection. */
    public static final Surroundings NONE = new Surroundings(Map.of(), Map.of());

    private static final String ENDPOINTS = "/webhook-endpoints";
    private static final String CONNECTIONS = "/crm-connections";
    private static final String USER = "user_uuid";
    private static final List<String> TYPES = List.of("payment.*", "deal.won", "lead.registered");

    /** Connects the company, as far as an earlier run has not, and gives the key to a person. */
    void connect(DemoApi api, Setting setting) throws InterruptedException {
        if (equals(NONE)) {
            return;
        }
        own(api, setting.users().getFirst());
        var endpoints = api.all(ENDPOINTS + "?");
        for (var receiver : receivers.entrySet()) {
            if (isMissing(endpoints, "description", receiver.getKey())) {
                var body = object().put("url", receiver.getValue().toString()).put("description", receiver.getKey());
                api.post(ENDPOINTS, body.putPOJO("event_types", TYPES));
            }
        }
        var connections = api.all(CONNECTIONS + "?");
        for (var crm : crms.entrySet()) {
            var label = crm.getKey().system() + " of the demo";
            if (isMissing(connections, "label", label)) {
                var body = object().put("provider", crm.getKey().system()).put("label", label);
                body.set("credentials", Json.parse(crm.getValue(), ObjectNode.class));
                api.post(CONNECTIONS, body);
            }
        }
    }

    /** The console shows a person's mentions to those whose key is the person's. */
    private static void own(DemoApi api, String user) throws InterruptedException {
        var key = api.get("/me").path("api_key");
        if (key.path(USER).isNull()) {
            api.tryPatch("/api-keys/" + key.path("uuid").asText(), object().put(USER, user));
        }
    }

    private static boolean isMissing(List<JsonNode> records, String field, String text) {
        return records.stream().noneMatch(record -> record.path(field).asText().equals(text));
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
