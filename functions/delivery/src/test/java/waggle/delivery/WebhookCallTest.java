package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.delivery.receiver.Receivers;

/** The request of a call, and the outcomes of replies. */
class WebhookCallTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");
    private static final byte[] BODY = "{\"type\":\"ping\",\"é\":1}".getBytes(UTF_8);

    private final WebhookCall call =
            new WebhookCall(Receivers.PUBLIC_AND_LOCAL, Duration.ofSeconds(30), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void call_isExactlyOnePost() throws Exception {
        try (var receiver = Receiver.replying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            var outcome = call.post(receiver.uri(), Map.of("webhook-id", "an-id"), BODY);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.at()).isEqualTo(NOW);
            assertThat(outcome.latency()).isPositive();
            assertThat(outcome)
                    .usingRecursiveComparison()
                    .ignoringFields("latency")
                    .isEqualTo(new Outcome(NOW, Duration.ZERO, 200, "ok", null, null));
            assertThat(receiver.requests()).singleElement().satisfies(request -> assertThat(lines(request))
                    .containsExactlyInAnyOrder(
                            "POST /hooks?of=us HTTP/1.1",
                            "webhook-id: an-id",
                            "Connection: close",
                            "Host: " + receiver.uri().getAuthority(),
                            "Content-Length: 22",
                            "Content-Type: application/json",
                            "User-Agent: Waggle-Webhooks/1",
                            "",
                            "{\"type\":\"ping\",\"Ã©\":1}"));
        }
    }

    @Test
    void call_signed_isVerifiedByStandardWebhooks() throws Exception {
        var secret = SigningSecret.generate();
        try (var receiver = Receiver.replying("HTTP/1.1 204 No Content\r\n\r\n")) {
            call.post(receiver.uri(), new Signer(List.of(secret)).headers("an-id", Instant.now(), BODY), BODY);

            var headers = lines(receiver.requests().getFirst()).stream()
                    .filter(line -> line.startsWith("webhook-"))
                    .collect(Collectors.toMap(line -> line.split(": ", 2)[0], line -> List.of(line.split(": ", 2)[1])));
            new Webhook(secret).verify(new String(BODY, UTF_8), headers);
            assertThat(headers).containsOnlyKeys("webhook-id", "webhook-timestamp", "webhook-signature");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "201, true",
        "299, true",
        "400, false",
        "401, false",
        "404, false",
        "407, false",
        "410, false",
        "429, false",
        "500, false",
        "503, false"
    })
    void reply_isASuccessOnlyWith2xx(int status, boolean success) throws Exception {
        try (var receiver = Receiver.replying(
                "HTTP/1.1 " + status + " x\r\nWWW-Authenticate: Basic\r\nContent-Length: 4\r\n\r\nsaid")) {
            var outcome = call.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isEqualTo(success);
            assertThat(outcome.isGone()).isEqualTo(status == 410);
            assertThat(outcome.status()).isEqualTo(status);
            assertThat(outcome.body()).isEqualTo("said");
            assertThat(outcome.error()).isNull();
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void reply_withoutABody_isASuccess() throws Exception {
        try (var receiver = Receiver.replying("HTTP/1.1 204 No Content\r\n\r\n")) {
            var outcome = call.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    Retry-After: 120                           | PT2M
                    retry-after: Sun, 22 Nov 2026 09:15:30 GMT | PT1H
                    Retry-After: soon                          | none
                    Retry-After:                               | none
                    X-Other: 120                               | none
                    """)
    void reply_withRetryAfter_hasTheWait(String header, Duration wait) throws Exception {
        try (var receiver = Receiver.replying("HTTP/1.1 429 x\r\n" + header + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(call.post(receiver.uri(), Map.of(), BODY).retryAfter()).isEqualTo(wait);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_failsAndIsNotFollowed(int status) throws Exception {
        try (var target = Receiver.replying("HTTP/1.1 200 OK\r\n\r\n");
                var receiver = Receiver.replying(
                        "HTTP/1.1 " + status + " x\r\nLocation: " + target.uri() + "\r\nContent-Length: 0\r\n\r\n")) {
            var outcome = call.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isFalse();
            assertThat(outcome.status()).isEqualTo(status);
            assertThat(outcome.error()).isEqualTo("redirects are not followed");
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void redirect_toTheMetadataAddress_failsAndIsNotFollowed() throws Exception {
        try (var receiver = Receiver.replying(
                "HTTP/1.1 307 x\r\nLocation: http://169.254.169.254/latest/meta-data/\r\nContent-Length: 0\r\n\r\n")) {
            var outcome = call.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isFalse();
            assertThat(outcome.error()).isEqualTo("redirects are not followed");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void cookie_isNotSentBack() throws Exception {
        try (var receiver =
                Receiver.replying("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")) {
            call.post(receiver.uri(), Map.of(), BODY);
            call.post(receiver.uri(), Map.of(), BODY);

            assertThat(receiver.requests()).hasSize(2).noneMatch(request -> request.toLowerCase(Locale.ROOT)
                    .contains("cookie"));
        }
    }

    @Test
    void connection_afterAWholeReply_isClosedWithoutAReset() throws Exception {
        try (var receiver = new Receiver((self, socket) -> {
            self.readRequest(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8));
            socket.getInputStream().readAllBytes();
        })) {
            call.post(receiver.uri(), Map.of(), BODY);

            assertThat(receiver.awaitEnd()).isCompleted();
        }
    }

    private static List<String> lines(String request) {
        return List.of(request.split("\r\n", -1));
    }
}
