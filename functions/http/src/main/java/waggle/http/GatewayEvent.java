package waggle.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.JsonNode;
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
import waggle.model.json.Json;

/**
 * A request as API Gateway hands it on (proxy integration, event version 1.0).
 *
 * <p>Micronaut sees its method and path, on which it routes, and nothing else of it: headers, query and body are a
 * stranger's text, and Micronaut's readers of them throw where a client must get a clear 4xx. What a controller needs of
 * them comes through this package's own binders.
 */
final class GatewayEvent extends APIGatewayProxyRequestEvent {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode event;
    private final transient Map<String, List<String>> headers;

    private GatewayEvent(JsonNode event) {
        this.event = event;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(texts(event.path("multiValueHeaders")));
        setHttpMethod(event.path("httpMethod").asText());
        setPath(event.path("path").asText());
    }

    /** Reads the event's JSON without a bean in between: the fields needed are few, and a bean costs start-up. */
    static GatewayEvent read(InputStream json) throws IOException {
        return new GatewayEvent(Json.mapper().readTree(json));
    }

    /** The event that a request within Micronaut came from. */
    static GatewayEvent of(HttpRequest<?> request) {
        if (request instanceof ServletHttpRequest<?, ?> servlet
                && servlet.getNativeRequest() instanceof GatewayEvent event) {
            return event;
        }
        throw new IllegalStateException("not a request of API Gateway: " + request.getClass());
    }

    String requestId() {
        return context("requestId");
    }

    /** The path as the client wrote it, with the stage or base path that API Gateway takes off. */
    String requestedPath() {
        return context("path");
    }

    /** A value the authorizer handed on. */
    String authorizer(String name) {
        return event.path("requestContext").path("authorizer").path(name).asText();
    }

    /** The values of a header, in the client's order; no name is in upper or lower case. */
    List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The parameters of the query, decoded. */
    Map<String, List<String>> query() {
        return texts(event.path("multiValueQueryStringParameters"));
    }

    /** The body's bytes; none when there is no body. */
    byte[] body() {
        var body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the gateway put replacement characters where the client's bytes were no text; nobody means to send one. */
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
