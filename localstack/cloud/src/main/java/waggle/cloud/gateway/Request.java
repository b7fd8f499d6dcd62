package waggle.cloud.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;

/**
 * An HTTP request.
 *
 * @param id the request id, a random UUID
 * @param path the raw path, not decoded
 * @param query the decoded query parameters
 * @param headers by name in any case
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

    /**
     * Reads a request to its end, since the listener closes a connection on which it leaves a part of a body, while the
     * client may send its next request on it.
     *
     * @throws URISyntaxException if its target is no URI
     * @throws CharacterCodingException if its query is no percent-encoded UTF-8
     */
    static Request read(org.eclipse.jetty.server.Request request) throws IOException, URISyntaxException {
        var body = body(request);
        var target = new URI(Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), ""));
        var query = query(target.getRawQuery());
        return new Request(
                UUID.randomUUID().toString(),
                request.getMethod(),
                Objects.requireNonNullElse(request.getHttpURI().getPath(), ""),
                query,
                headers(request),
                new String(body, StandardCharsets.UTF_8),
                body.length,
                org.eclipse.jetty.server.Request.getRemoteAddr(request));
    }

    boolean isTooLarge() {
        return bodySize > Limits.GATEWAY_BODY_BYTES;
    }

    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Reads a body that is too large to its end, since a client that still writes would not read the reply. */
    private static byte[] body(org.eclipse.jetty.server.Request request) throws IOException {
        try (var in = Content.Source.asInputStream(request)) {
            var body = in.readNBytes(Limits.GATEWAY_BODY_BYTES + 1);
            in.transferTo(OutputStream.nullOutputStream());
            return body;
        }
    }

    private static Map<String, List<String>> headers(org.eclipse.jetty.server.Request request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                .add(header.getValue() == null ? "" : header.getValue()));
        return headers;
    }

    private static Map<String, List<String>> query(@Nullable String raw) throws CharacterCodingException {
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

    private static String decoded(String text) throws CharacterCodingException {
        StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap(text));
        var bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
