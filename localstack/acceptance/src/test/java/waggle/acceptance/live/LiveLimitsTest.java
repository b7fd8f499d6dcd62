package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.model.live.LiveLimits;

/** The limits of live updates, and messages of clients that are not well-behaved ({@code docs/live.md}, "Limits"). */
@SharedCompany
final class LiveLimitsTest {
    private final Api api = Target.company().api();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | The message must be a JSON object, like {\"action\":\"ping\"}",
                "[] | The message must be a JSON object, like {\"action\":\"ping\"}",
                "{\"action\":\"ping\",\"action\":\"ping\"} | The message must be a JSON object, like {\"action\":\"ping\"}",
                "{\"action\":\"dance\"} | action must be subscribe, unsubscribe or ping",
                "{\"action\":null} | action must be subscribe, unsubscribe or ping",
                "{\"action\":\"ping\",\"more\":1} | more is not a field",
                "{\"action\":\"unsubscribe\"} | id must be 1 to 64 printable ASCII characters without spaces, like board",
                "{\"action\":\"subscribe\",\"id\":\"a\"} | types must be a list of 1 to 20, like [\"deal.*\"]",
                "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[1]} | types must be a list of texts, like [\"deal.*\"]",
                "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"planet.*\"]} | types[0] must select an event type that exists, like tag.created or tag.*",
                "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"],\"full\":\"yes\"} | full must be true or false",
                "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"],\"after\":\"x\"} | after must be a uuid, like 01936a2f-5c00-7000-8000-000000000a01",
                "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"],\"records\":[\"x\"]} | records must be a uuid, like 01936a2f-5c00-7000-8000-000000000a01"
            })
    void message_thatIsMalformed_isToldWhatWasExpected(String message, String error) {
        try (var client = LiveClient.open(api).send(message)) {
            var refusal = client.next();

            assertThat(refusal.required("error").asText()).isEqualTo(error);
            assertThat(refusal.required("code").asText()).isEqualTo("invalid_request");
            client.send("{\"action\":\"ping\"}");
            assertThat(client.next().has("pong")).isTrue();
        }
    }

    @Test
    void message_withManyFaults_isToldAll() {
        try (var client = LiveClient.open(api)
                .send("{\"action\":\"subscribe\",\"id\":\"\",\"types\":[],\"full\":0,\"after\":1,\"x\":1}")) {
            assertThat(client.next().required("details").findValuesAsText("field"))
                    .containsExactly("id", "types", "full", "after", "x");
        }
    }

    @Test
    void message_inFragments_isOneMessage() {
        try (var client = LiveClient.open(api).sendPart("{\"action\":", false).sendPart("\"ping\"}", true)) {
            assertThat(client.next().has("pong")).isTrue();
        }
    }

    @Test
    void message_thatIsTooLarge_isRefused() {
        var padding = " ".repeat(LiveLimits.MESSAGE_BYTES / 2);
        try (var client =
                LiveClient.open(api).sendPart("{" + padding, false).sendPart(padding + "\"action\":\"ping\"}", true)) {
            assertThat(client.next().required("code").asText()).isEqualTo("payload_too_large");
        }
    }

    @Test
    void message_ofMoreThanTheGatewayTakes_closesTheConnection() {
        try (var client = LiveClient.open(api)) {
            client.sendQuietly(" ".repeat(200 * 1024));

            assertThat(client.closed()).isIn(1009, -1);
        }
    }

    @Test
    void binaryMessage_closesTheConnection() {
        try (var client = LiveClient.open(api)) {
            client.sendBinary((byte) 0xFF, (byte) 0x00);

            assertThat(client.closed()).isEqualTo(1003);
        }
    }

    @Test
    void messages_thatAreTooMany_closeTheConnection() {
        try (var client = LiveClient.open(api)) {
            while (client.isOpen()) {
                client.sendQuietly("{\"action\":\"ping\"}");
            }

            var last = Stream.generate(client::nextUnlessClosed)
                    .takeWhile(message -> message != null)
                    .filter(message -> message.has("error"))
                    .map(message -> message.required("code").asText())
                    .toList();
            assertThat(last).containsExactly("rate_limit_exceeded");
            assertThat(client.closed()).isIn(1000, -1);
        }
    }
}
