package waggle.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import waggle.model.json.Json;

/**
 * The parts of a request that the open pages read (proxy integration, event version 1.0).
 *
 * @param id the gateway's
 * @param ifNoneMatch all values of the header; empty without the header
 */
record SiteRequest(String id, String method, String path, String ifNoneMatch) {

    static SiteRequest read(InputStream json) throws IOException {
        var event = Json.mapper().readTree(json);
        return new SiteRequest(
                event.path("requestContext").path("requestId").asText(),
                event.path("httpMethod").asText(),
                event.path("path").asText(),
                header(event, "If-None-Match"));
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
