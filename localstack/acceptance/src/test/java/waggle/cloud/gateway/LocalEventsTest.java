package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The local gateway's events have only fields that the samples of API Gateway's events have. */
final class LocalEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whose names are a client's. */
    private static final Set<String> FREE = Set.of("/headers", "/multiValueHeaders");

    private static final Request REQUEST = new Request(
            "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "POST",
            "/v1/tags",
            Map.of(),
            Map.of("Content-Type", List.of("application/json")),
            "{}",
            2,
            "127.0.0.1");
    private static final Routes.Route ROUTE = Routes.find("/v1/tags").orElseThrow();

    @Test
    void authorizerEvent_hasNothingThatTheSampleLacks() throws IOException {
        var event = JSON.readTree(GatewayEvents.authorizer(REQUEST, "Bearer key"));

        assertThat(shape(event)).isNotEmpty();
        assertThat(shape(sample("authorizer-request"))).containsAllEntriesOf(shape(event));
    }

    @Test
    void proxyEvent_hasNothingThatTheSampleLacks() throws IOException {
        var sample = sample("api-gateway-request");
        var context = sample.at("/requestContext/authorizer");

        var event = JSON.readTree(GatewayEvents.proxy(REQUEST, ROUTE, context));

        assertThat(shape(event)).isNotEmpty();
        assertThat(shape(sample)).containsAllEntriesOf(shape(event));
    }

    @Test
    void proxyEvent_ofAnOpenPage_hasNoAuthorizer() throws IOException {
        var route = Routes.find("/docs/1/docs.js").orElseThrow();

        var event = JSON.readTree(GatewayEvents.proxy(REQUEST, route));

        assertThat(route.isOpen()).isTrue();
        assertThat(shape(event)).doesNotContainKey("/requestContext/authorizer");
        assertThat(event.path("resource").asText()).isEqualTo("/docs/{proxy+}");
        assertThat(event.at("/pathParameters/proxy").asText()).isEqualTo("1/docs.js");
    }

    /** The types of all values, by their paths. */
    private static Map<String, JsonNodeType> shape(JsonNode event) {
        var shape = new TreeMap<String, JsonNodeType>();
        add(shape, "", event);
        return shape;
    }

    private static void add(Map<String, JsonNodeType> shape, String path, JsonNode node) {
        shape.put(path, node.getNodeType());
        if (!FREE.contains(path)) {
            node.properties().forEach(field -> add(shape, path + "/" + field.getKey(), field.getValue()));
        }
    }

    private static JsonNode sample(String name) throws IOException {
        var checkout = Path.of(System.getProperty("waggle.checkout", "../.."));
        return JSON.readTree(checkout.resolve("events/" + name + ".json").toFile());
    }
}
