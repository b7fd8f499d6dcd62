package waggle.providers.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param path from the root of the host, with its parts encoded
 * @param query parameters, not encoded
 * @param body null for none
 */
public record Call(
        String method,
        String path,
        Map<String, String> query,
        @Nullable JsonNode body) {
    public static Call get(String path, Map<String, String> query) {
        return new Call("GET", path, query, null);
    }

    public static Call post(String path, JsonNode body) {
        return new Call("POST", path, Map.of(), body);
    }

    /** The path with its query. */
    String target() {
        return query.isEmpty()
                ? path
                : path
                        + query.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** A part of a path or a value of a query, encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
