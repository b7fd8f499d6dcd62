package waggle.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.gateway.CatchAll;

final class RoutesTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);
    private static final Map<String, JsonNode> METHODS = methods();

    record Route(String function, String path) {}

    static Stream<Route> routes() {
        return Stream.concat(secured(), open());
    }

    static Stream<Route> secured() {
        return Stream.of(ResourceGroup.values()).flatMap(group -> group.roots().stream()
                .map(resource -> ResourceGroup.BASE + "/" + resource.path())
                .flatMap(root -> Stream.of(root, root + "/{proxy+}"))
                .map(path -> new Route(group.id(), path)));
    }

    static Stream<Route> open() {
        return Stream.concat(
                pages(),
                Stream.of("/crm/hooks", "/crm/hooks/{proxy+}").map(path -> new Route(ResourceGroup.CRM.id(), path)));
    }

    private static Stream<Route> pages() {
        return Stream.of(
                        "/status",
                        "/status/{proxy+}",
                        "/openapi.json",
                        "/asyncapi.json",
                        "/live.js",
                        "/docs",
                        "/docs/{proxy+}",
                        "/console",
                        "/console/{proxy+}")
                .map(path -> new Route("site", path));
    }

    static Stream<String> unknown() {
        return CatchAll.RESOURCES.stream();
    }

    @Test
    void routes_areThoseOfModel() {
        var methods = routes().flatMap(route -> Stream.of("ANY " + route.path(), "OPTIONS " + route.path()));
        var expected = Stream.concat(methods, unknown().map(path -> "ANY " + path));

        assertThat(METHODS.keySet()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    /** A request with an API key and without a route is 403 in AWS. */
    @ParameterizedTest
    @MethodSource("unknown")
    void unknownPath_isMockedAsNotFound_withoutKey(String path) {
        var method = Objects.requireNonNull(METHODS.get("ANY " + path));
        var integration = method.get("Integration");
        var reply = integration.at("/IntegrationResponses/0");
        var body = reply.at("/ResponseTemplates").get("application/json").asText();
        var headers = reply.get("ResponseParameters");

        assertThat(method.get("AuthorizationType").asText()).isEqualTo("NONE");
        assertThat(method.get("ApiKeyRequired").asBoolean()).isFalse();
        assertThat(integration.get("Type").asText()).isEqualTo("MOCK");
        assertThat(integration.get("RequestTemplates"))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template.asText()).isEqualTo("{\"statusCode\":404}"));
        assertThat(reply.get("StatusCode").asText()).isEqualTo("404");
        assertThat(body).isEqualTo(CatchAll.REPLY.template()).contains("not_found", "$context.requestId");
        assertThat(header(headers, "Access-Control-Allow-Origin")).isEqualTo("'*'");
        assertThat(method.at("/MethodResponses/0/ResponseParameters").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(headers::fieldNames);
    }

    @ParameterizedTest
    @MethodSource("secured")
    void routeOfResource_requiresAuthorizerAndKey(Route route) {
        var method = method("ANY", route);

        assertThat(method.get("AuthorizationType").asText()).isEqualTo("CUSTOM");
        assertThat(method.at("/AuthorizerId/Ref").asText())
                .isEqualTo(RESOURCES.only("AWS::ApiGateway::Authorizer").getKey());
        assertThat(method.get("ApiKeyRequired").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("open")
    void routeOfOpenPage_requiresNoKey(Route route) {
        var method = method("ANY", route);

        assertThat(method.get("AuthorizationType").asText()).isEqualTo("NONE");
        assertThat(method.has("AuthorizerId")).isFalse();
        assertThat(method.get("ApiKeyRequired").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void route_callsAliasOfFunction(Route route) {
        var integration = method("ANY", route).get("Integration");

        assertThat(integration.get("Type").asText()).isEqualTo("AWS_PROXY");
        assertThat(integration.get("TimeoutInMillis").asInt()).isEqualTo(29_000);
        if (route.function().equals(ResourceGroup.ACCOUNT.id())) {
            assertThat(integration.get("Uri").toString()).contains(":function:waggle-dev-account:live/invocations");
        } else {
            var alias = RESOURCES.alias(Environment.DEV, route.function()).getKey();
            assertThat(integration.get("Uri").findValuesAsText("Ref")).contains(alias);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void preflight_isMocked_withoutKey(Route route) {
        var method = method("OPTIONS", route);

        assertThat(method.get("AuthorizationType").asText()).isEqualTo("NONE");
        assertThat(method.get("ApiKeyRequired").asBoolean()).isFalse();
        assertThat(method.at("/Integration/Type").asText()).isEqualTo("MOCK");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void preflight_hasCorsHeaders(Route route) {
        var reply = method("OPTIONS", route).at("/Integration/IntegrationResponses/0");
        var headers = reply.get("ResponseParameters");

        assertThat(reply.get("StatusCode").asText()).isEqualTo("204");
        assertThat(header(headers, "Access-Control-Allow-Origin")).isEqualTo("'*'");
        assertThat(header(headers, "Access-Control-Allow-Methods")).isEqualTo("'GET, HEAD, POST, PUT, PATCH, DELETE'");
        assertThat(header(headers, "Access-Control-Allow-Headers"))
                .isEqualTo("'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match'");
        assertThat(header(headers, "Access-Control-Max-Age")).isEqualTo("'7200'");
        assertThat(header(headers, "X-Request-Id")).isEqualTo("context.requestId");
    }

    /** API Gateway drops headers that the method does not declare. */
    @ParameterizedTest
    @MethodSource("routes")
    void preflight_declaresAllItsHeaders(Route route) {
        var method = method("OPTIONS", route);
        var sent = method.at("/Integration/IntegrationResponses/0/ResponseParameters");
        var declared = method.at("/MethodResponses/0/ResponseParameters");

        assertThat(declared.fieldNames()).toIterable().containsExactlyElementsOf(sent::fieldNames);
    }

    private static String header(JsonNode headers, String name) {
        return headers.path("method.response.header." + name).asText();
    }

    private static JsonNode method(String verb, Route route) {
        return Objects.requireNonNull(METHODS.get(verb + " " + route.path()));
    }

    private static Map<String, JsonNode> methods() {
        var methods = new TreeMap<String, JsonNode>();
        for (var method : RESOURCES.ofType("AWS::ApiGateway::Method").values()) {
            var properties = method.get("Properties");
            var path = path(properties.at("/ResourceId/Ref").asText());
            methods.put(properties.get("HttpMethod").asText() + " " + path, properties);
        }
        return methods;
    }

    private static String path(String resource) {
        if (resource.isEmpty()) {
            return "/";
        }
        var properties = RESOURCES.all().at("/" + resource + "/Properties");
        var parent = properties.at("/ParentId/Ref").asText();
        return (parent.isEmpty() ? "" : path(parent)) + "/"
                + properties.get("PathPart").asText();
    }
}
