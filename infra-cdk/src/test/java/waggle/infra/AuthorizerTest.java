package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AuthorizerTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void answer_isKeptPerKeyAndVerb_forLessThanTheMinuteOfTheContract() {
        var authorizer =
                RESOURCES.only("AWS::ApiGateway::Authorizer").getValue().get("Properties");

        assertThat(authorizer.get("Type").asText()).isEqualTo("REQUEST");
        assertThat(authorizer.get("AuthorizerResultTtlInSeconds").asInt()).isEqualTo(55);
        assertThat(authorizer.get("IdentitySource").asText())
                .isEqualTo("method.request.header.Authorization,context.httpMethod");
    }

    @Test
    void authorizer_callsTheAlias() {
        var authorizer = RESOURCES.only("AWS::ApiGateway::Authorizer").getValue();
        var alias = RESOURCES.alias(Environment.DEV, "authorizer").getKey();

        assertThat(authorizer.at("/Properties/AuthorizerUri").findValuesAsText("Ref"))
                .contains(alias);
    }
}
