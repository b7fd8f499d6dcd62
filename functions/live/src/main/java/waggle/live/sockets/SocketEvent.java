package waggle.live.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An event of a WebSocket API (Amazon API Gateway Developer Guide, "Working with WebSocket APIs"; {@code
 * events/socket-connect.json} is a sample).
 */
record SocketEvent(JsonNode json) {
    /** What happened to a connection. */
    enum Type {
        CONNECT,
        MESSAGE,
        DISCONNECT
    }

    Type type() {
        return Type.valueOf(context("eventType"));
    }

    String connection() {
        return context("connectionId");
    }

    String requestId() {
        return context("requestId");
    }

    /** The ticket in the query; empty without one. */
    Optional<String> ticket() {
        return Optional.ofNullable(json.at("/queryStringParameters/ticket").textValue());
    }

    /** The header {@code Authorization}, in any case; empty without it. */
    Optional<String> authorization() {
        return json.path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .map(header -> header.getValue().asText())
                .findFirst();
    }

    /** The text of a message. */
    String body() {
        var body = json.path("body").asText("");
        return json.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private String context(String name) {
        return json.path("requestContext").path(name).asText();
    }
}
