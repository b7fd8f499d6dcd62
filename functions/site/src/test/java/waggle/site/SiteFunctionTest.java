package waggle.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.model.json.Json;
import waggle.platform.aws.Settings;

class SiteFunctionTest {
    private static final String STATUS = """
            {"path":"/status","httpMethod":"GET","requestContext":{"requestId":"1"}}""";

    private final FakeStatus source = new FakeStatus();
    private final SiteFunction function = new SiteFunction(source, () -> source.now, "eu-west-1", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"path\":null,\"httpMethod\":null,\"multiValueHeaders\":null,\"requestContext\":null}",
                "{\"path\":{},\"httpMethod\":7,\"multiValueHeaders\":[1],\"requestContext\":\"x\"}"
            })
    void event_withoutFields_isNotFound(String event) throws IOException {
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(404);
    }

    /** In AWS the client's path begins with the stage, and the page's links must lead there. */
    @ParameterizedTest
    @CsvSource({"/docs, 200", "/docs/, 308", "/dev/docs, 404"})
    void path_ofTheEvent_hasNoStage(String path, int status) throws IOException {
        var event = """
                {"path":"%1$s","httpMethod":"GET","requestContext":{"requestId":"1","path":"/dev%1$s"}}""".formatted(path);

        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(status);
    }

    /** In AWS, the WebSocket API has another host than the page. */
    @Test
    void console_withLiveUpdates_mayConnectToTheirHostOnly() throws IOException {
        var live = new SiteFunction(source, () -> source.now, "eu-west-1", URI.create("wss://live.example/dev"));
        var event = """
                {"path":"/console","httpMethod":"GET","requestContext":{"requestId":"1"}}""";

        assertThat(answer(live, event).at("/headers/Content-Security-Policy").asText())
                .contains("connect-src 'self' wss://live.example;")
                .contains("require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(answer(event).at("/headers/Content-Security-Policy").asText())
                .contains("connect-src 'self';");
    }

    @Test
    void script_ofTheConsole_hasItsLibrariesAndModules() {
        assertThat(ClassPath.text("site/console/console.js"))
                .startsWith("/*! Contains Preact")
                .contains("self).preact={}", "self).preactHooks={}", "const module1 = ")
                .doesNotContain("sourceMappingURL");
        assertThat(ClassPath.text("site/console/licences.txt")).contains("Preact 10.", "htm 3.");
    }

    @Test
    void tag_ofAnotherEdition_doesNotMatch() throws IOException {
        var event = """
                {"path":"/status","httpMethod":"GET","multiValueHeaders":{"if-none-match":["\\"0\\"","\\"1\\""]}}""";

        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void status_ofAMissingTable_isUnavailable() throws IOException {
        var nowhere = new Settings("us-east-1", "none", URI.create("http://127.0.0.1:1"));
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none"));

        var reply = status(new SiteFunction(nowhere, null, credentials));

        assertThat(reply.path("statusCode").asInt()).isEqualTo(503);
        assertThat(reply.path("body").asText()).doesNotContain("127.0.0.1");
    }

    /** Lambda's limit for replies is 6 MB, and API Gateway's is 10 MB. */
    @Test
    void reply_theLargest_fitsLambda() {
        assertThat(Assets.ofDocs().replies().values())
                .allSatisfy(reply -> assertThat(Json.write(reply.body()).getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(5_000_000));
    }

    private static JsonNode status(SiteFunction function) throws IOException {
        return answer(function, STATUS);
    }

    private JsonNode answer(String event) throws IOException {
        return answer(function, event);
    }

    @SuppressWarnings("NullAway") // our handlers do not use Lambda's context
    private static JsonNode answer(SiteFunction function, String event) throws IOException {
        var out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.mapper().readTree(out.toByteArray());
    }
}
