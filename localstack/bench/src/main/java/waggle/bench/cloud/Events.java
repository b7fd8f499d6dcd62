package waggle.bench.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;
import waggle.platform.gateway.AuthorizerContext;

/** Complete events of API Gateway, since parsing them is part of a function's work. */
public final class Events {
    private final BenchCloud cloud;

    public Events(BenchCloud cloud) {
        this.cloud = cloud;
    }

    /** An authorized request of the proxy integration. */
    public byte[] proxy(String method, String path, @Nullable String body) {
        return bytes(authorized(method, path).put("body", body));
    }

    /** A list request with a query, which API Gateway decodes. */
    public byte[] list(String path, Map<String, String> query) {
        var event = authorized("GET", path);
        var first = event.putObject("queryStringParameters");
        var all = event.putObject("multiValueQueryStringParameters");
        query.forEach((name, value) -> {
            first.put(name, value);
            all.putArray(name).add(value);
        });
        return bytes(event);
    }

    private ObjectNode authorized(String method, String path) {
        var event = request(method, path);
        context(event)
                .withObject("authorizer")
                .put(AuthorizerContext.COMPANY, cloud.actor().company().toString())
                .put(
                        AuthorizerContext.API_KEY,
                        Objects.toString(cloud.actor().identity().uuid()))
                .put(AuthorizerContext.LABEL, cloud.actor().identity().label())
                .put(AuthorizerContext.SCOPES, "admin")
                .put(AuthorizerContext.MESSAGE, "");
        return event;
    }

    /** A request of the authorizer. */
    public byte[] authorizer(String method, String path) {
        return bytes(Json.mapper()
                .createObjectNode()
                .put("type", "TOKEN")
                .put("authorizationToken", "Bearer " + cloud.key().reveal())
                .put("methodArn", "arn:aws:execute-api:us-east-1:123456789012:abcdefghij/v1/" + method + path));
    }

    private static ObjectNode request(String method, String path) {
        var event = template();
        event.put("httpMethod", method).put("path", path);
        event.putObject("pathParameters").put("proxy", path.substring(path.lastIndexOf('/') + 1));
        context(event).put("httpMethod", method).put("path", path);
        return event;
    }

    private static ObjectNode context(ObjectNode event) {
        return event.withObject("requestContext");
    }

    private static ObjectNode template() {
        try (var json = Objects.requireNonNull(Events.class.getResourceAsStream("proxy.json"))) {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
