package waggle.http.request;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;

/**
 * A request in API Gateway's format (proxy integration, event version 1.0).
 *
 * <p>Micronaut gets only method and path, to route. Headers, query and body are untrusted text: Micronaut's readers throw
 * on malformed values where a client must get a clear 4xx, so controllers get them through the binders of this package.
 */
public final class GatewayEvent extends APIGatewayProxyRequestEvent {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode event;
    private final transient Map<String, List<String>> headers;
    private transient @Nullable String route;

    private GatewayEvent(JsonNode event) {
        this.event = event;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(texts(event.path("multiValueHeaders")));
        setHttpMethod(event.path("httpMethod").asText());
        setPath(event.path("path").asText());
    }

    /** Reads the event as a JSON tree: few fields are needed, and a bean would slow the start. */
    public static GatewayEvent read(InputStream json) throws IOException {
        return new GatewayEvent(Json.mapper().readTree(json));
    }

    /** The event behind one of Micronaut's requests; it gets the route that Micronaut found. */
    public static GatewayEvent of(HttpRequest<?> request) {
        if (request instanceof ServletHttpRequest<?, ?> servlet
                && servlet.getNativeRequest() instanceof GatewayEvent event) {
            event.route = BasicHttpAttributes.getUriTemplate(request).orElse(null);
            return event;
        }
        throw new IllegalStateException("not a request of API Gateway: " + request.getClass());
    }

    /** The path of the route that the request matched, {@code /v1/tags/{uuid}}; empty before it is matched. */
    public Optional<String> route() {
        return Optional.ofNullable(route);
    }

    /** The gateway's id of the request, which every reply and log line has. */
    public String requestId() {
        return context("requestId");
    }

    /** The path as the client wrote it, with the stage or base path that API Gateway removes from {@code path}. */
    String requestedPath() {
        return context("path");
    }

    /** A value of the authorizer's context; empty if it is missing. */
    public String authorizer(String name) {
        return event.path("requestContext").path("authorizer").path(name).asText();
    }

    /** The values of a header in the client's order; names are case-insensitive. */
    List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The decoded query parameters, without the empty parts of {@code ?page=1&}. */
    Map<String, List<String>> query() {
        var parameters = texts(event.path("multiValueQueryStringParameters"));
        if (parameters.getOrDefault("", List.of()).stream().allMatch(String::isEmpty)) {
            parameters.remove("");
        }
        return parameters;
    }

    /** The body's bytes; empty if there is no body. */
    byte[] body() {
        var body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the body has a replacement character, which the gateway writes in place of bytes that are not UTF-8. */
    boolean isMangled() {
        return event.path("body").asText("").indexOf('\uFFFD') >= 0;
    }

    private String context(String name) {
        return event.path("requestContext").path(name).asText();
    }

    private static Map<String, List<String>> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(field -> {
            var values = new ArrayList<String>();
            field.getValue().forEach(value -> values.add(value.asText()));
            texts.put(field.getKey(), values);
        });
        return texts;
    }
}
