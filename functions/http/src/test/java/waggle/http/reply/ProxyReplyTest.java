package waggle.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.http.request.EntityTags;
import waggle.http.request.Events;

class ProxyReplyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            GET   | "3"        | 304
            HEAD  | "3"        | 304
            GET   | W/"3"      | 304
            GET   | "1", "3"   | 304
            GET   | *          | 304
            GET   | "2"        | 200
            GET   | 3          | 200
            POST  | "3"        | 200
            """)
    void finish_ifNoneMatch_isComparedWeakly(String method, String header, int status) {
        var event = Events.read(Map.of(
                "httpMethod",
                method,
                "path",
                "/v1/tags",
                "multiValueHeaders",
                Map.of("If-None-Match", List.of(header))));
        var reply = new ProxyReply(200, Map.of(EntityTags.HEADER, "\"3\""), "{}");

        assertThat(reply.finish(event).status()).isEqualTo(status);
    }
}
