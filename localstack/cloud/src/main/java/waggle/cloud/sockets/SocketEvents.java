package waggle.cloud.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import waggle.model.json.Json;

/**
 * Builds the JSON events that API Gateway passes to the function of a WebSocket API; {@code events/} has samples.
 *
 * @param connection the id of the connection
 */
record SocketEvents(String connection, Instant openedAt, String sourceIp) {
    private static final int ID_BYTES = 11;

    static SocketEvents of(Instant openedAt, String sourceIp) {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SocketEvents(Base64.getUrlEncoder().encodeToString(bytes), openedAt, sourceIp);
    }

    byte[] connect(Map<String, List<String>> headers, Map<String, List<String>> query) {
        var event = Json.mapper().createObjectNode();
        both(event, "headers", "multiValueHeaders", headers);
        if (!query.isEmpty()) {
            both(event, "queryStringParameters", "multiValueQueryStringParameters", query);
        }
        return bytes(with(event, "$connect", "CONNECT"));
    }

    private static void both(ObjectNode event, String single, String multi, Map<String, List<String>> values) {
        var last = event.putObject(single);
        values.forEach((name, all) -> last.put(name, all.getLast()));
        event.set(multi, Json.tree(values));
    }

    byte[] message(String body) {
        var event = with(Json.mapper().createObjectNode(), "$default", "MESSAGE");
        event.withObject("/requestContext").put("messageId", UUID.randomUUID().toString());
        return bytes(event.put("body", body));
    }

    byte[] disconnect(int status, String reason) {
        var event = with(Json.mapper().createObjectNode(), "$disconnect", "DISCONNECT");
        event.withObject("/requestContext").put("disconnectStatusCode", status).put("disconnectReason", reason);
        return bytes(event);
    }

    /** The message that a client gets if the function fails. */
    String failure() {
        return Json.mapper()
                .createObjectNode()
                .put("message", "Internal server error")
                .put("connectionId", connection)
                .put("requestId", UUID.randomUUID().toString())
                .toString();
    }

    private ObjectNode with(ObjectNode event, String route, String type) {
        var context = event.putObject("requestContext");
        var id = UUID.randomUUID().toString();
        context.put("routeKey", route).put("eventType", type).put("messageDirection", "IN");
        context.put("stage", "local").put("apiId", "local").put("domainName", "localhost");
        context.put("connectionId", connection).put("connectedAt", openedAt.toEpochMilli());
        context.put("requestId", id).put("extendedRequestId", id);
        context.put("requestTimeEpoch", Instant.now().toEpochMilli());
        context.putObject("identity").put("sourceIp", sourceIp);
        return event.put("isBase64Encoded", false);
    }

    private static byte[] bytes(JsonNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
