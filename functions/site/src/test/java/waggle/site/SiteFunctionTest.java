package waggle.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.json.Json;

class SiteFunctionTest {
    private final SiteFunction function = new SiteFunction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"path\":null,\"httpMethod\":null,\"multiValueHeaders\":null,\"requestContext\":null}",
                "{\"path\":{},\"httpMethod\":7,\"multiValueHeaders\":[1],\"requestContext\":\"x\"}"
            })
    void event_thatHasNothing_isNotFound(String event) throws IOException {
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(404);
    }

    /** In AWS the path that the client wrote begins with the stage; the links of the page must lead back there. */
    @ParameterizedTest
    @CsvSource({"/docs, 200", "/docs/, 308", "/dev/docs, 404"})
    void path_isTheOneWithoutTheStage(String path, int status) throws IOException {
        var event = """
                {"path":"%1$s","httpMethod":"GET","requestContext":{"requestId":"1","path":"/dev%1$s"}}""".formatted(path);

        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(status);
    }

    @Test
    void tag_ofAnotherEdition_doesNotMatch() throws IOException {
        var event = """
                {"path":"/status","httpMethod":"GET","multiValueHeaders":{"if-none-match":["\\"0\\"","\\"1\\""]}}""";

        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(200);
    }

    /** Lambda takes no reply larger than 6 MB, and API Gateway none larger than 10. */
    @Test
    void reply_evenTheLargest_isOneThatLambdaTakes() {
        assertThat(Assets.read().replies().values())
                .allSatisfy(reply -> assertThat(Json.write(reply.body()).getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(5_000_000));
    }

    @SuppressWarnings("NullAway") // our handlers ask nothing of Lambda's context
    private JsonNode answer(String event) throws IOException {
        var out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.mapper().readTree(out.toByteArray());
    }
}
