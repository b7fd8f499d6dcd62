package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import waggle.model.json.Json;

/** Builds the JSON events that API Gateway passes to functions; {@code events/} has samples. */
final class GatewayEvents {
    private static final String API = "arn:aws:execute-api:us-east-1:000000000000:local/local/";

    private GatewayEvents() {}

    /** The ARN of the called method, which policies are matched against. */
    static String methodArn(Request request) {
        return API + request.method() + request.path();
    }

    /** The event for an authorizer of type TOKEN. */
    static byte[] authorizer(Request request, String token) {
        return bytes(Json.mapper()
                .createObjectNode()
                .put("type", "TOKEN")
                .put("authorizationToken", token)
                .put("methodArn", methodArn(request)));
    }

    /** The event for a proxy integration, payload version 1.0, of a route without authorizer. */
    static byte[] proxy(Request request, Routes.Route route) {
        return proxy(request, route, context(request, route));
    }

    /** The event for a proxy integration, payload version 1.0, with the context of the authorizer. */
    static byte[] proxy(Request request, Routes.Route route, JsonNode authorizer) {
        var context = context(request, route);
        context.set("authorizer", authorizer);
        return proxy(request, route, context);
    }

    private static byte[] proxy(Request request, Routes.Route route, ObjectNode context) {
        var event = common(request, route);
        event.set("requestContext", context);
        event.put("body", request.body().isEmpty() ? null : request.body());
        event.put("isBase64Encoded", false);
        return bytes(event);
    }

    private static ObjectNode common(Request request, Routes.Route route) {
        var event = Json.mapper().createObjectNode();
        event.put("resource", route.resource());
        event.put("path", request.path());
        event.put("httpMethod", request.method());
        both(event, "headers", "multiValueHeaders", request.headers());
        both(event, "queryStringParameters", "multiValueQueryStringParameters", request.query());
        event.set("pathParameters", route.pathParameters().isEmpty() ? null : Json.tree(route.pathParameters()));
        event.putNull("stageVariables");
        return event;
    }

    private static ObjectNode context(Request request, Routes.Route route) {
        var context = Json.mapper().createObjectNode();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("stage", "local");
        context.put("requestId", request.id());
        context.put("resourcePath", route.resource());
        context.put("httpMethod", request.method());
        context.put("path", request.path());
        context.put("protocol", "HTTP/1.1");
        context.putObject("identity").put("sourceIp", request.sourceIp());
        return context;
    }

    /** Puts the last value of each name as {@code single} and all values as {@code multi}; null if there are no names. */
    private static void both(ObjectNode event, String single, String multi, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(single).putNull(multi);
            return;
        }
        var last = event.putObject(single);
        values.forEach((name, all) -> last.put(name, all.getLast()));
        event.set(multi, Json.tree(values));
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
