package waggle.cloud.crm.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path decoded
 * @param query decoded; the values of a parameter that is given twice are joined with a comma
 * @param authorization of the headers {@code Authorization} and {@code x-api-token}; {@code ""} without one
 */
public record Request(String method, String path, Map<String, String> query, String authorization, String text) {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Request of(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        var token = headers.getFirst("x-api-token");
        var authorization = token == null ? headers.getFirst("Authorization") : token;
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                pairs(uri.getRawQuery()),
                authorization == null ? "" : authorization,
                text);
    }

    /** A parameter of the query. */
    public String parameter(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    /**
     * The body; an empty object if there is none.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public JsonNode json() {
        try {
            return text.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The body as a form. */
    public Map<String, String> form() {
        return pairs(text);
    }

    private static Map<String, String> pairs(@Nullable String text) {
        var pairs = new LinkedHashMap<String, String>();
        if (text != null) {
            for (var part : text.split("&", -1)) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    pairs.merge(
                            decoded(part.substring(0, equals)),
                            decoded(part.substring(equals + 1)),
                            (a, b) -> a + "," + b);
                }
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
