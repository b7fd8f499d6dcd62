package waggle.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.platform.gateway.GatewayReply;

final class GatewayResponsesTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @ParameterizedTest
    @EnumSource
    void reply_hasStatusOfErrorCode(GatewayReply reply) {
        assertThat(response(reply).path("StatusCode").asText())
                .isEqualTo(Integer.toString(reply.code().status()));
    }

    @ParameterizedTest
    @EnumSource
    void reply_hasBodyOfAllErrors(GatewayReply reply) {
        var templates = response(reply).get("ResponseTemplates");

        assertThat(templates.fieldNames()).toIterable().containsExactly("application/json");
        assertThat(templates.get("application/json").asText()).isEqualTo(reply.template());
    }

    @ParameterizedTest
    @EnumSource
    void reply_hasHeadersAsLiterals(GatewayReply reply) {
        var headers = response(reply).get("ResponseParameters");

        assertThat(headers).hasSize(reply.headers().size() + 1);
        assertThat(reply.headers())
                .allSatisfy((name, value) -> assertThat(header(headers, name)).isEqualTo("'" + value + "'"));
        assertThat(header(headers, "X-Request-Id")).isEqualTo("context.requestId");
    }

    @Test
    void refusal_hasMessageOfAuthorizer() {
        assertThat(response(GatewayReply.ACCESS_DENIED)
                        .at("/ResponseTemplates")
                        .get("application/json")
                        .asText())
                .isEqualTo("""
                        {"error":"$context.authorizer.message","code":"access_denied","request_id":"$context.requestId"}""");
    }

    private static JsonNode response(GatewayReply reply) {
        return RESOURCES
                .with("AWS::ApiGateway::GatewayResponse", "ResponseType", reply.name())
                .getValue()
                .get("Properties");
    }

    private static String header(JsonNode headers, String name) {
        return headers.path("gatewayresponse.header." + name).asText();
    }
}
