package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;

class JsonBodyTest {
    private static final String JSON = "application/json";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | application/json                   | true
            POST  | Application/JSON                   | true
            POST  | application/json; charset=utf-8    | true
            POST  | application/json;;;                | true
            PATCH | application/json                   | true
            PATCH | application/merge-patch+json       | true
            POST  | application/merge-patch+json       | false
            PUT   | application/merge-patch+json       | false
            POST  | text/json                          | false
            POST  | text/plain                         | false
            POST  | application/jsonx                  | false
            POST  | application/x-www-form-urlencoded  | false
            POST  | multipart/form-data; boundary=a    | false
            POST  | ;application/json                  | false
            POST  | text/html, application/json        | false
            POST  | ''                                 | false
            """)
    void contentType_isJsonOrUnsupported(String method, String type, boolean isSupported) {
        ThrowingCallable call = () -> JsonBody.read(event(method, type, "{}"));

        if (isSupported) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(call).isInstanceOfSatisfying(WaggleException.class, e -> assertThat(e.code())
                    .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        }
    }

    @Test
    void contentType_absentOrHostile_isUnsupported() {
        assertThat(refusal(Events.read(Map.of("httpMethod", "POST", "body", "{}"))))
                .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(Hostile.TEXTS).allSatisfy(text -> assertThat(refusal(event("POST", text, "{}")))
                .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "}",
                "{}}",
                "{}{}",
                "{} x",
                "[]",
                "null",
                "true",
                "1",
                "\"{}\"",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1}//",
                "{/**/}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "\uFEFF[]",
                "{\"a\":\"\uFFFD\"}"
            })
    void body_thatIsNotOneJsonObject_isInvalid(String body) {
        assertThat(refusal(event("POST", JSON, body))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void body_thatIsAbsent_isAnEmptyObjectOfAPostOnly() {
        assertThat(JsonBody.read(event("POST", JSON, "")).json()).isEmpty();
        assertThat(refusal(event("PATCH", JSON, ""))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"gzip, false", "br, false", "identity, true", "IDENTITY, true"})
    void body_thatIsCompressed_isRefused(String encoding, boolean isRead) {
        var headers = Map.of("content-type", List.of(JSON), "content-encoding", List.of(encoding));
        var event = Events.read(Map.of("httpMethod", "POST", "multiValueHeaders", headers, "body", "{}"));

        if (isRead) {
            assertThat(JsonBody.read(event).json()).isEmpty();
        } else {
            assertThat(refusal(event)).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Test
    void hostileValue_asABody_isAnObjectOrInvalid() {
        for (var value : Hostile.VALUES) {
            var event = event("POST", JSON, value);
            if (value.startsWith("{")) {
                assertThat(JsonBody.read(event).json()).isNotNull();
            } else {
                assertThat(refusal(event)).as("%.80s", value).isEqualTo(ErrorCode.INVALID_REQUEST);
            }
        }
    }

    @Test
    void hostileValue_asAField_isParsedOrInvalid() {
        for (var value : Hostile.VALUES) {
            try {
                assertThat(JsonBody.read(event("POST", JSON, "{\"a\":" + value + "}"))
                                .json()
                                .size())
                        .isEqualTo(1);
            } catch (WaggleException refusal) {
                assertThat(refusal.code()).as("%.80s", value).isEqualTo(ErrorCode.INVALID_REQUEST);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000, 100_000})
    void body_nestedDeeply_isInvalid(int depth) {
        assertThat(refusal(event("POST", JSON, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth))))
                .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.PAYLOAD_TOO_LARGE);
        assertThat(refusal(event("POST", JSON, "[".repeat(depth)))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void body_upToTheLimitInBytes_isRead() {
        var longest = "ä".repeat((Limits.BODY_BYTES - "{\"a\":\"\"}".length()) / 2);

        assertThat(JsonBody.read(event("POST", JSON, "{\"a\":\"" + longest + "\"}"))
                        .json()
                        .path("a")
                        .textValue())
                .isEqualTo(longest);
        assertThat(refusal(event("POST", JSON, "{\"a\":\"" + longest + "x\"}"))).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void body_inBase64_isDecoded() {
        var body = Base64.getEncoder().encodeToString("{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8));
        var event = new HashMap<String, Object>(fields("POST", JSON, body));
        event.put("isBase64Encoded", true);

        assertThat(JsonBody.read(Events.read(event)).json().path("a").textValue())
                .isEqualTo("ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":\"\\x\"}", "{\"a\":1}x", "[]", "\u0000"})
    void message_quotesNoClass(String body) {
        assertThatThrownBy(() -> JsonBody.read(event("POST", JSON, body)))
                .message()
                .startsWith("The body ")
                .doesNotContain("com.fasterxml", "java.", "Token", "Feature", "expect");
    }

    private static ErrorCode refusal(GatewayEvent event) {
        return catchThrowableOfType(WaggleException.class, () -> JsonBody.read(event))
                .code();
    }

    private static GatewayEvent event(String method, String type, String body) {
        return Events.read(fields(method, type, body));
    }

    private static Map<String, Object> fields(String method, String type, String body) {
        return Map.of("httpMethod", method, "multiValueHeaders", Map.of("content-type", List.of(type)), "body", body);
    }
}
