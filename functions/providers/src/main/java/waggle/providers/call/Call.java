package waggle.providers.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call.
 *
 * @param path from the root of the host, with its parts encoded
 * @param query parameters, not encoded
 * @param body {@code ""} for none
 * @param contentType of the body
 * @param cost in the unit of the provider's limit
 */
public record Call(String method, String path, Map<String, String> query, String body, String contentType, int cost) {
    private static final String JSON = "application/json";

    public static Call get(String path, Map<String, String> query) {
        return new Call("GET", path, query, "", JSON, 1);
    }

    public static Call post(String path, JsonNode body) {
        return new Call("POST", path, Map.of(), body.toString(), JSON, 1);
    }

    public static Call patch(String path, JsonNode body) {
        return new Call("PATCH", path, Map.of(), body.toString(), JSON, 1);
    }

    public static Call put(String path, JsonNode body) {
        return new Call("PUT", path, Map.of(), body.toString(), JSON, 1);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), "", JSON, 1);
    }

    /** A call with a form as its body. */
    public static Call form(String path, Map<String, String> values) {
        return new Call("POST", path, Map.of(), pairs(values), "application/x-www-form-urlencoded", 1);
    }

    /** The call with parameters. */
    public Call with(Map<String, String> parameters) {
        return new Call(method, path, parameters, body, contentType, cost);
    }

    public Call costing(int units) {
        return new Call(method, path, query, body, contentType, units);
    }

    /** The path with its query. */
    String target() {
        return query.isEmpty() ? path : path + "?" + pairs(query);
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A part of a path or a value of a query, encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
