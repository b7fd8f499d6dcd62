package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import waggle.model.json.Json;

/**
 * An API key of API Gateway's own.
 *
 * @param id how it is called in paths
 * @param value what requests are counted by
 */
record GatewayKey(String id, String name, String value) {
    private static final int ID_LENGTH = 10;

    static GatewayKey of(String name, String value) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
        return new GatewayKey(id, name, value);
    }

    /** Without the value, as lists have it. */
    ObjectNode json() {
        return Json.mapper().createObjectNode().put("id", id).put("name", name).put("enabled", true);
    }
}
