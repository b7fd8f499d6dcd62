package waggle.cloud.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFailure;
import waggle.model.json.Json;

/** Opens connections: the function of the WebSocket API decides in the route {@code $connect}. */
public record SocketListener(Lambda function, OpenSockets sockets) {
    /** The path of the WebSocket API beside those of the REST API. */
    public static final String PATH = "/live";

    /** Amazon API Gateway quotas, "WebSocket APIs". */
    private static final int FRAME_BYTES = 32 * 1024;

    private static final int MESSAGE_BYTES = 128 * 1024;

    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    /** The handler of upgrade requests, before another one. */
    public Handler before(Server server, Handler other) {
        var handler = WebSocketUpgradeHandler.from(server, this::configure);
        handler.setHandler(other);
        return handler;
    }

    private void configure(ServerWebSocketContainer container) {
        // The limits of time are those of OpenSockets, on its clock.
        container.setIdleTimeout(Duration.ZERO);
        container.setMaxFrameSize(FRAME_BYTES);
        container.setMaxTextMessageSize(MESSAGE_BYTES);
        container.addMapping(PATH, this::open);
    }

    private @Nullable Object open(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        // API Gateway compresses no messages.
        response.setExtensions(List.of());
        var events = SocketEvents.of(sockets.clock().instant(), Request.getRemoteAddr(request));
        var reply = connect(events.connect(headers(request), query(request)));
        var status = reply.path("statusCode").asInt(FAILED);
        if (status < REFUSED) {
            return new OpenSocket(events, function, sockets);
        }
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/json");
        Content.Sink.write(response, true, reply.path("body").asText(""), callback);
        return null;
    }

    private JsonNode connect(byte[] event) {
        try {
            return Json.mapper().readTree(function.invoke(event));
        } catch (LambdaFailure | IOException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static Map<String, List<String>> headers(Request request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                .add(header.getValue() == null ? "" : header.getValue()));
        return headers;
    }

    private static Map<String, List<String>> query(Request request) {
        var query = new TreeMap<String, List<String>>();
        Request.extractQueryParameters(request, StandardCharsets.UTF_8)
                .forEach(field -> query.put(field.getName(), field.getValues()));
        return query;
    }
}
