package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;
import waggle.http.logs.RequestLog;
import waggle.platform.aws.KeepAliveEvent;

class PlainPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tags",
                "/v1/tags/",
                "/v1/tags/01900000-0000-7000-8000-000000000000",
                "/v1/tags/..",
                "/v1/tags/_",
                "/-"
            })
    void path_ofPlainSegments_matches(String path) {
        assertThat(PlainPath.matches(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/v1//tags",
                "/v1/tags//",
                "v1/tags",
                "/v1/tags?x",
                "/v1/tags#x",
                "/v1/tags;x=1",
                "/v1/%74ags",
                "/v1/ta gs",
                "/v1/tags\n",
                "/v1/täg",
                "/v1/{uuid}",
                "/v1/tags\\x",
                "/v1/tags+x",
                "/v1/t:ags",
                "http://localhost/v1/tags"
            })
    void anyOtherPath_doesNotMatch(String path) {
        assertThat(PlainPath.matches(path)).isFalse();
    }

    @Test
    void longPath_isMatchedWithoutRecursion() {
        assertThat(PlainPath.matches("/a".repeat(1_000_000))).isTrue();
        assertThat(PlainPath.matches("/a".repeat(1_000_000) + "?")).isFalse();
    }

    @Test
    void hostileText_asASegment_isPlainOrRefused() {
        assertThat(Hostile.TEXTS).allSatisfy(text -> assertThat(PlainPath.matches("/v1/tags/" + text))
                .isEqualTo(text.matches("[A-Za-z0-9._/-]+")));
    }

    @Test
    void eventThatKeepsAFunctionAlive_hasNoPath_andNoMetric() throws IOException {
        var event = GatewayEvent.read(new ByteArrayInputStream(KeepAliveEvent.EVENT.getBytes(StandardCharsets.UTF_8)));

        assertThat(PlainPath.matches(event.getPath())).isFalse();
        assertThat(event.requestId()).isEqualTo(RequestLog.PRIMING);
    }
}
