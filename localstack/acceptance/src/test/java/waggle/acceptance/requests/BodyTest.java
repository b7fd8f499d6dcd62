package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.hostile.HostileTarget;
import waggle.acceptance.samples.Tags;

/** Content type, size and syntax of bodies ({@code docs/api.md}, "Content types"). */
@SharedCompany
final class BodyTest {
    private static final int LIMIT = 256 * 1024;
    private static final int LAMBDA_LIMIT = 6 * 1024 * 1024;
    private static final int GATEWAY_LIMIT = 10 * 1024 * 1024;

    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

    private final Api api = Target.api();

    static Stream<Arguments> notJson() {
        var tag = Tags.minimal().toString();
        return Stream.of(
                arguments("empty", ""),
                arguments("white space", " \n "),
                arguments("truncated", tag.substring(0, tag.length() - 1)),
                arguments("trailing text", tag + " x"),
                arguments("two objects", tag + tag),
                arguments("a name twice", "{\"label\":\"Gold\",\"label\":\"Silver\",\"association\":\"partner\"}"),
                arguments("NaN", "{\"label\":NaN,\"association\":\"partner\"}"),
                arguments("a comment", "/* tag */ " + tag),
                arguments("single quotes", tag.replace('"', '\'')),
                arguments("no quotes", "{label:\"Gold\",\"association\":\"partner\"}"),
                arguments("a comma too many", tag.replace("}", ",}")),
                arguments("a line break in a text", tag.replace("Gold", "Go\nld")),
                arguments("a form", "label=Gold&association=partner"),
                arguments("an array", "[" + tag + "]"),
                arguments("a string", "\"Gold\""),
                arguments("a number", "1"),
                arguments("a boolean", "true"),
                arguments("null", "null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notJson")
    void body_thatIsNoJsonObject_isRefused(String what, String body) {
        var path = Tags.path(Tags.create(api));

        var created = api.post("/tags", body).expectError(400, "invalid_request");
        var patched = api.patch(path, body).expectError(400, "invalid_request");

        assertThat(created.error()).startsWith("The body ").doesNotContainIgnoringCase("jackson", "java", "com.");
        assertThat(patched.error()).startsWith("The body ");
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> excessive() {
        return Stream.of(
                arguments("nested 2,000 deep", "{\"label\":" + "[".repeat(2000) + "]".repeat(2000) + "}"),
                arguments("a name of 60,000 letters", "{\"" + "x".repeat(60_000) + "\":1}"),
                arguments("a number of 5,000 digits", "{\"label\":" + "9".repeat(5000) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excessive")
    void body_thatIsTooMuchForAParser_isRefused(String what, String body) {
        api.post("/tags", body).expectError(400, "invalid_request");
    }

    @Packaged
    @Test
    void body_inAnEncodingThatIsNotUtf8_isNotTakenForWhatItIsNot() {
        var latin1 = "{\"label\":\"Élan\",\"association\":\"partner\"}".getBytes(StandardCharsets.ISO_8859_1);

        api.with("Content-Type", "application/json")
                .send("POST", "/tags", BodyPublishers.ofByteArray(latin1))
                .expectError(400, "invalid_request");
    }

    @Packaged
    @Test
    void body_ofTheGreatestSize_isTakenAndOneByteMoreIsNot() {
        var path = Tags.path(Tags.create(api));

        api.post("/tags", padded(LIMIT)).expect(201);
        api.post("/tags", padded(LIMIT + 1)).expectError(413, "payload_too_large");
        api.patch(path, padded(LIMIT)).expect(200);
        api.patch(path, padded(LIMIT + 1)).expectError(413, "payload_too_large");
    }

    @Packaged
    @Test
    void body_largerThanLambdaOrTheGatewayTakes_isRefusedAlike() {
        api.post("/tags", padded(LAMBDA_LIMIT)).expectError(413, "payload_too_large");
        api.post("/tags", padded(GATEWAY_LIMIT + 1)).expectError(413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "application/json ;x=y"
            })
    void create_asJson_isTaken(String contentType) {
        api.with("Content-Type", contentType).post("/tags", Tags.minimal()).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/merge-patch+json",
                "application/*",
                "json",
                "; charset=utf-8"
            })
    void create_asAnythingElse_isRefused(String contentType) {
        api.with("Content-Type", contentType).post("/tags", Tags.minimal()).expectError(415, "unsupported_media_type");
    }

    @Test
    void body_withoutContentType_isRefused() {
        var path = Tags.path(Tags.create(api));
        var body = BodyPublishers.ofString(Tags.minimal().toString());

        api.send("POST", "/tags", body).expectError(415, "unsupported_media_type");
        api.send("PATCH", path, body).expectError(415, "unsupported_media_type");
        api.with("Content-Type", "text/plain").send("PATCH", path, body).expectError(415, "unsupported_media_type");
    }

    static Stream<ApiOperation> withoutFields() {
        return Documentation.document().operations().stream()
                .filter(operation -> operation.path().startsWith(HostileTarget.ROOT + "/"))
                .filter(operation -> operation.verb().equals("POST") && !operation.hasBody());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutFields")
    void post_withoutFields_refusesOthers(ApiOperation operation) {
        var path = operation.path().substring(HostileTarget.ROOT.length()).replaceAll("\\{\\w+}", UNKNOWN);
        var admin = Target.admin();

        assertThat(admin.post(path, "{\"x\":1}")
                        .expectError(400, "invalid_request")
                        .error())
                .isEqualTo("x is not a known field; there are none here");
        admin.post(path, "[]").expectError(400, "invalid_request");
        admin.with("Content-Type", "text/plain").post(path, "x").expectError(415, "unsupported_media_type");
        assertThat(admin.post(path, "{}").status()).isIn(200, 404);
    }

    private static String padded(int bytes) {
        var tag = Tags.minimal().toString();
        return tag + " ".repeat(bytes - tag.length());
    }
}
