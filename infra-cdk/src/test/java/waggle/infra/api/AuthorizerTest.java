package waggle.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;

final class AuthorizerTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void result_isCachedPerKey_forLessThanAMinute() {
        var authorizer = authorizer();

        assertThat(authorizer.get("Type").asText()).isEqualTo("TOKEN");
        assertThat(authorizer.get("AuthorizerResultTtlInSeconds").asInt()).isEqualTo(55);
        assertThat(authorizer.get("IdentitySource").asText()).isEqualTo("method.request.header.Authorization");
    }

    @Test
    void header_thatIsNoKey_isRefusedWithoutACall() {
        var form = authorizer().get("IdentityValidationExpression").asText();

        assertThat("Bearer wgl_live_" + "a".repeat(38)).matches(form);
        assertThat("bearer   wgl_test_" + "9".repeat(38)).matches(form);
        assertThat("Bearer secret").doesNotMatch(form);
        assertThat("Basic wgl_live_" + "a".repeat(38)).doesNotMatch(form);
    }

    @Test
    void authorizer_callsAlias() {
        var authorizer = RESOURCES.only("AWS::ApiGateway::Authorizer").getValue();
        var alias = RESOURCES.alias(Environment.DEV, "authorizer").getKey();

        assertThat(authorizer.at("/Properties/AuthorizerUri").findValuesAsText("Ref"))
                .contains(alias);
    }

    private static JsonNode authorizer() {
        return RESOURCES.only("AWS::ApiGateway::Authorizer").getValue().get("Properties");
    }
}
