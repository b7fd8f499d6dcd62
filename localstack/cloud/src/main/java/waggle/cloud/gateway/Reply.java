package waggle.cloud.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import waggle.model.json.Json;
import waggle.platform.gateway.Cors;
import waggle.platform.gateway.GatewayReply;
import waggle.platform.gateway.ReplyHeaders;

/** An HTTP reply of a function or of the gateway. */
record Reply(int status, Map<String, List<String>> headers, String body) {

    /** Creates a gateway response and replaces the variables in its template. */
    static Reply of(GatewayReply reply, String requestId, String authorizerMessage) {
        var headers = new LinkedHashMap<String, List<String>>();
        reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(ReplyHeaders.REQUEST_ID, List.of(requestId));
        var body = reply.template()
                .replace(GatewayReply.REQUEST_ID_VARIABLE, requestId)
                .replace(GatewayReply.MESSAGE_VARIABLE, authorizerMessage);
        return new Reply(reply.code().status(), headers, body);
    }

    /** Creates the reply to a CORS preflight request (Fetch standard, "CORS-preflight fetch"). */
    static Reply preflight(String requestId) {
        var headers = new LinkedHashMap<String, List<String>>();
        Cors.preflight().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(ReplyHeaders.REQUEST_ID, List.of(requestId));
        return new Reply(204, headers, "");
    }

    /**
     * Reads the response of a function (API Gateway Developer Guide, "Output format of a Lambda function for proxy
     * integration").
     *
     * @throws IOException if the response is malformed
     */
    static Reply ofFunction(byte[] response) throws IOException {
        var json = Json.mapper().readTree(response);
        var headers = new LinkedHashMap<String, List<String>>();
        json.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        var status = json.path("statusCode").asInt();
        if (status < 200 || status > 599) {
            throw new IOException("A function returned no valid statusCode");
        }
        return new Reply(status, headers, json.path("body").asText(""));
    }

    /** Returns this reply with additional or replaced headers. */
    Reply with(Map<String, String> others) {
        var all = new LinkedHashMap<>(headers);
        others.forEach((name, value) -> all.put(name, List.of(value)));
        return new Reply(status, all, body);
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
