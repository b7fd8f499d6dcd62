package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import waggle.model.json.Json;

/**
 * An API key of API Gateway, which counts requests. It is not the key that a client sends.
 *
 * @param id the id in paths
 * @param value the usage identifier key, by which the usage plan counts
 */
record GatewayKey(String id, String name, String value) {
    private static final int ID_LENGTH = 10;

    static GatewayKey of(String name, String value) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
        return new GatewayKey(id, name, value);
    }

    /** The key without its value, as in lists. */
    ObjectNode json() {
        return Json.mapper().createObjectNode().put("id", id).put("name", name).put("enabled", true);
    }
}
