package waggle.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.model.WaggleException;
import waggle.model.gateway.ReplyHeaders;
import waggle.model.json.Json;

/**
 * A reply as API Gateway wants it (proxy integration).
 *
 * @param headers by name, in any case
 */
record GatewayAnswer(
        int status, Map<String, String> headers, @Nullable String body) {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    GatewayAnswer(APIGatewayProxyResponseEvent response) {
        this(response.getStatusCode(), headers(response), response.getBody());
    }

    static GatewayAnswer error(GatewayEvent event, WaggleException error) {
        var body = Json.write(ApiError.of(error, event.requestId()));
        return new GatewayAnswer(error.code().status(), Map.of("Content-Type", "application/json"), body);
    }

    /** Adds what every reply has, and answers 304 to a client that has the record already. */
    GatewayAnswer finish(GatewayEvent event) {
        var answer = EntityTags.unchanged(event, this) ? new GatewayAnswer(NOT_MODIFIED, headers, null) : this;
        return answer.withCommonHeaders(event);
    }

    private GatewayAnswer withCommonHeaders(GatewayEvent event) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(ReplyHeaders.common());
        all.put(ReplyHeaders.REQUEST_ID, event.requestId());
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            all.remove("Content-Type");
        }
        return new GatewayAnswer(status, all, body);
    }

    void write(OutputStream out) throws IOException {
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
