package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.cloud.LocalCloud;
import waggle.authorizer.AuthorizerFunction;
import waggle.http.ApiFunction;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.aws.Clients;

/** The handlers accept the samples in {@code events/}. */
final class SampleEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeySecret KEY =
            KeySecret.parse("wgl_test_SampleKeyThatOpensNothingAtAll0038R1ug").orElseThrow();
    private static final KeyGrant GRANT = new KeyGrant(
            UUID.fromString("01936a2f-5c00-7000-8000-000000000001"),
            UUID.fromString("01936a2f-5c00-7000-8000-000000000002"),
            "Sample key",
            Scopes.of(Scope.READ, Scope.WRITE));
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    @BeforeEach
    void storeKey() {
        BaseUrl.assumeLocal();
        var settings = LocalCloud.cloud().settings();
        try (var dynamoDb = Clients.dynamoDb(settings, CREDENTIALS)) {
            dynamoDb.putItem(put -> put.tableName(settings.table()).item(KeyStore.item(KEY, GRANT, null)));
        }
    }

    @Test
    void authorizer_ofTheSample_answersAPolicyAndTheKeyToCountBy() throws IOException {
        var answer = answer(authorizer(), "authorizer-request");

        var statement = answer.at("/policyDocument/Statement/0");
        assertThat(answer.at("/policyDocument/Version").asText()).isEqualTo("2012-10-17");
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        assertThat(statement.path("Action").asText()).isEqualTo("execute-api:Invoke");
        assertThat(statement.path("Resource"))
                .extracting(JsonNode::asText)
                .containsExactly("arn:aws:execute-api:*:*:abcdef1234/prod/*/v1/*");
        assertThat(answer.path("usageIdentifierKey").asText())
                .isEqualTo(KeyPlan.value(GRANT.uuid()))
                .isEqualTo(sample("api-gateway-request")
                        .at("/requestContext/identity/apiKey")
                        .asText());
    }

    @Test
    void authorizer_ofTheSample_answersTheContextInTheOtherSample() throws IOException {
        var answer = answer(authorizer(), "authorizer-request");

        var handedOn = sample("api-gateway-request").at("/requestContext/authorizer");
        assertThat(answer.path("principalId")).isEqualTo(handedOn.path("principalId"));
        for (var name : List.of("company", "apiKey", "message")) {
            assertThat(answer.path("context").path(name)).as(name).isEqualTo(handedOn.path(name));
        }
        assertThat(scopes(answer.path("context"))).containsExactlyInAnyOrderElementsOf(scopes(handedOn));
    }

    @Test
    void function_ofTheSample_makesTheTag() throws IOException {
        try (var function = new ApiFunction(LocalCloud.cloud().settings(), CREDENTIALS)) {
            var answer = answer(function, "api-gateway-request");

            var tag = JSON.readTree(answer.path("body").asText());
            assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
            assertThat(tag.path("label").asText()).isEqualTo("Gold");
            assertThat(tag.path("background_color").asText()).isEqualTo("#D4AF37");
            assertThat(answer.at("/headers/Location").asText())
                    .isEqualTo("/prod/v1/tags/" + tag.path("uuid").asText());
            assertThat(answer.at("/headers/X-Request-Id"))
                    .isEqualTo(sample("api-gateway-request").at("/requestContext/requestId"));
        }
    }

    private static AuthorizerFunction authorizer() {
        return new AuthorizerFunction(LocalCloud.cloud().keys());
    }

    @SuppressWarnings("NullAway") // our handlers ask nothing of Lambda's context
    private static JsonNode answer(RequestStreamHandler handler, String event) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = Files.newInputStream(LocalCloud.checkout().resolve("events/" + event + ".json"))) {
            handler.handleRequest(in, out, null);
        }
        return JSON.readTree(out.toByteArray());
    }

    private static JsonNode sample(String name) throws IOException {
        return JSON.readTree(
                LocalCloud.checkout().resolve("events/" + name + ".json").toFile());
    }

    private static List<String> scopes(JsonNode context) {
        return List.of(context.path("scopes").asText().split(" "));
    }
}
