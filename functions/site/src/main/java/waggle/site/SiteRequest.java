package waggle.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import waggle.model.json.Json;

/**
 * The parts of a request that the open pages read (proxy integration, event version 1.0).
 *
 * @param id the gateway's
 * @param ifNoneMatch all values of the header; empty without the header
 * @param accept all values of the header; empty without the header
 * @param query the values of each parameter
 */
record SiteRequest(
        String id, String method, String path, String ifNoneMatch, String accept, Map<String, List<String>> query) {

    static SiteRequest read(InputStream json) throws IOException {
        var event = Json.mapper().readTree(json);
        return new SiteRequest(
                event.path("requestContext").path("requestId").asText(),
                event.path("httpMethod").asText(),
                event.path("path").asText(),
                header(event, "If-None-Match"),
                header(event, "Accept"),
                query(event));
    }

    /** Whether the client prefers a web page to JSON. */
    boolean prefersHtml() {
        return Accept.quality(accept, "text", "html") > Accept.quality(accept, "application", "json");
    }

    /** The names of the parameters. */
    Set<String> parameters() {
        return query.keySet();
    }

    /** The values of a parameter; empty without it. */
    List<String> values(String parameter) {
        return query.getOrDefault(parameter, List.of());
    }

    /** Empty parts such as {@code ?days=30&} are ignored. */
    private static Map<String, List<String>> query(JsonNode event) {
        var query = new TreeMap<String, List<String>>();
        event.path("multiValueQueryStringParameters").properties().stream()
                .filter(parameter -> !parameter.getKey().isEmpty())
                .forEach(parameter -> query.put(
                        parameter.getKey(),
                        parameter.getValue().valueStream().map(JsonNode::asText).toList()));
        return query;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean reads() {
        return isHead() || method.equals("GET");
    }

    /** Whether the client has the copy with this strong tag. A plain search is enough, since the tag is a hash. */
    boolean knows(String entityTag) {
        return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(entityTag);
    }

    private static String header(JsonNode event, String name) {
        return event.path("multiValueHeaders").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
