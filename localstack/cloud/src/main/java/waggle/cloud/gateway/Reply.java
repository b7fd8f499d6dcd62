package waggle.cloud.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.gateway.Cors;
import waggle.model.gateway.GatewayReply;
import waggle.model.gateway.ReplyHeaders;
import waggle.model.json.Json;

/** An HTTP reply, a function's or the gateway's own. */
record Reply(int status, Map<String, List<String>> headers, String body) {

    /** The gateway's own reply, with its variables filled in as API Gateway does. */
    static Reply of(GatewayReply reply, String requestId, String authorizerMessage) {
        var headers = new LinkedHashMap<String, List<String>>();
        reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(ReplyHeaders.REQUEST_ID, List.of(requestId));
        var body = reply.template()
                .replace(GatewayReply.REQUEST_ID_VARIABLE, requestId)
                .replace(GatewayReply.MESSAGE_VARIABLE, authorizerMessage);
        return new Reply(reply.code().status(), headers, body);
    }

    /** What a browser is told before it calls (the Fetch standard, "CORS-preflight"). */
    static Reply preflight(String requestId) {
        var headers = new LinkedHashMap<String, List<String>>();
        Cors.preflight().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(ReplyHeaders.REQUEST_ID, List.of(requestId));
        return new Reply(204, headers, "");
    }

    /** A function's answer (API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"). */
    static Reply ofFunction(byte[] answer) throws IOException {
        var json = Json.mapper().readTree(answer);
        var headers = new LinkedHashMap<String, List<String>>();
        json.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        var status = json.path("statusCode").asInt();
        if (status < 200 || status > 599) {
            throw new IOException("a function answered without a status");
        }
        return new Reply(status, headers, json.path("body").asText(""));
    }

    /** The same reply with some headers set otherwise. */
    Reply with(Map<String, String> others) {
        var all = new LinkedHashMap<>(headers);
        others.forEach((name, value) -> all.put(name, List.of(value)));
        return new Reply(status, all, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
