package waggle.acceptance.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its reply.
 *
 * @param body as text; empty without one
 */
public record Exchange(String method, URI uri, HttpHeaders headers, String body, Reply reply) {

    public static Exchange of(HttpRequest request, Reply reply) {
        return new Exchange(request.method(), request.uri(), request.headers(), SentBody.of(request), reply);
    }

    /** The parameters of the query, decoded, by name. */
    Map<String, List<String>> query() {
        var parameters = new LinkedHashMap<String, List<String>>();
        Optional.ofNullable(uri.getRawQuery()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters
                        .computeIfAbsent(decoded(pair[0]), unknown -> new ArrayList<>())
                        .add(pair.length == 1 ? "" : decoded(pair[1])));
        return parameters;
    }

    /** The media type of the body without parameters; empty if absent. */
    String mediaType() {
        return mediaType(headers);
    }

    static String mediaType(HttpHeaders headers) {
        return headers.firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
