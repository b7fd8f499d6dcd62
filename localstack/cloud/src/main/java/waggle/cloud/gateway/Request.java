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
 * An HTTP request as API Gateway sees it.
 *
 * @param id the request id, as API Gateway gives them: a random UUID
 * @param path raw, as the client wrote it
 * @param query decoded
 * @param body as text, which is what API Gateway hands on
 * @param bodySize in bytes, at most one more than the gateway takes
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
