package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.infra.environment.Environment;

final class AuthorizerTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void policy_isCachedPerKeyAndMethod_forLessThanAMinute() {
        var authorizer =
                RESOURCES.only("AWS::ApiGateway::Authorizer").getValue().get("Properties");

        assertThat(authorizer.get("Type").asText()).isEqualTo("REQUEST");
        assertThat(authorizer.get("AuthorizerResultTtlInSeconds").asInt()).isEqualTo(55);
        assertThat(authorizer.get("IdentitySource").asText())
                .isEqualTo("method.request.header.Authorization,context.httpMethod");
    }

    @Test
    void authorizer_callsAlias() {
        var authorizer = RESOURCES.only("AWS::ApiGateway::Authorizer").getValue();
        var alias = RESOURCES.alias(Environment.DEV, "authorizer").getKey();

        assertThat(authorizer.at("/Properties/AuthorizerUri").findValuesAsText("Ref"))
                .contains(alias);
    }
}
