package waggle.cloud.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;

/**
 * An HTTP request.
 *
 * @param id the request id, a random UUID
 * @param path the raw path, not decoded
 * @param query the decoded query parameters
 * @param body the body as UTF-8 text
 * @param bodySize in bytes. The gateway reads at most one byte more than its limit.
 */
record Request(
        String id,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body,
        int bodySize,
        String sourceIp) {

    static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var body = exchange.getRequestBody().readNBytes(Limits.GATEWAY_BODY_BYTES + 1);
        return new Request(
                UUID.randomUUID().toString(),
                exchange.getRequestMethod(),
                uri.getRawPath(),
                query(uri.getRawQuery()),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8),
                body.length,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    boolean isTooLarge() {
        return bodySize > Limits.GATEWAY_BODY_BYTES;
    }

    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        var query = new LinkedHashMap<String, List<String>>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (var parameter : raw.split("&", -1)) {
            var parts = parameter.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
