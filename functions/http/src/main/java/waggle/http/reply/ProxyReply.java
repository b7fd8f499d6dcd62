package waggle.http.reply;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.http.request.EntityTags;
import waggle.http.request.GatewayEvent;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.platform.gateway.ReplyHeaders;

/**
 * A reply in API Gateway's format (proxy integration).
 *
 * @param headers by name, in any case
 */
public record ProxyReply(
        int status, Map<String, String> headers, @Nullable String body) {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    public ProxyReply(APIGatewayProxyResponseEvent response) {
        this(response.getStatusCode(), headers(response), response.getBody());
    }

    /** The reply to a request that is refused before a controller gets it. */
    public static ProxyReply error(GatewayEvent event, WaggleException error) {
        var headers = new HashMap<>(ReplyHeaders.ofError(error.code()));
        headers.put("Content-Type", "application/json");
        return new ProxyReply(error.code().status(), headers, Json.write(ApiError.of(error, event.requestId())));
    }

    /** Adds the headers of every reply, and returns 304 to a GET or HEAD whose client has the record's newest tag. */
    public ProxyReply finish(GatewayEvent event) {
        var reply = isKnownTo(event) ? new ProxyReply(NOT_MODIFIED, headers, null) : this;
        return reply.withCommonHeaders(event);
    }

    private boolean isKnownTo(GatewayEvent event) {
        return status == OK
                && READING.contains(event.getHttpMethod())
                && Optional.ofNullable(headers.get(EntityTags.HEADER))
                        .filter(tag -> EntityTags.ifNoneMatchHas(tag, event))
                        .isPresent();
    }

    private ProxyReply withCommonHeaders(GatewayEvent event) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(ReplyHeaders.common());
        all.put(ReplyHeaders.REQUEST_ID, event.requestId());
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            all.remove("Content-Type");
        }
        return new ProxyReply(status, all, body);
    }

    /** Writes the reply as JSON, and closes the stream. */
    public void write(OutputStream out) throws IOException {
        try (var json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            for (var header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", body);
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }

    private static Map<String, String> headers(APIGatewayProxyResponseEvent response) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.getMultiValueHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.putAll(response.getHeaders());
        headers.remove("Content-Length");
        return headers;
    }
}
