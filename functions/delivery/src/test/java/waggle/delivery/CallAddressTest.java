package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.delivery.receiver.Receivers;

/** A call connects only to addresses that were checked and are public. */
class CallAddressTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "fd00:ec2::254", "127.0.0.1", "1.1.1.1,127.0.0.1"})
    void name_withAnAddressThatIsNotPublic_isNotCalled(String addresses) throws Exception {
        try (var receiver = Receiver.silent()) {
            var outcome = post(Receivers.PUBLIC, List.of(addresses), receiver.uri("https", "hooks.example.com"));

            assertRefused(outcome, "the address is not public");
            assertThat(receiver.ended()).isZero();
        }
    }

    @Test
    void name_resolvedToAnotherAddressAfterTheCheck_isNotCalled() throws Exception {
        try (var receiver = Receiver.silent()) {
            var url = receiver.uri("https", "hooks.example.com");
            var receivers = resolving(Receivers.PUBLIC, List.of("1.1.1.1", "127.0.0.1"));

            assertThat(receivers.fault(url.toString())).isEmpty();
            assertRefused(call(receivers).post(url, Map.of(), BODY), "the address is not public");
            assertThat(receiver.ended()).isZero();
        }
    }

    /** A second resolution would return an address that is not public, and a third would fail. */
    @Test
    void name_isResolvedOncePerCall() throws Exception {
        try (var receiver = Receiver.replying(OK)) {
            var outcome = post(
                    Receivers.PUBLIC_AND_LOCAL, List.of("127.0.0.1", "10.0.0.1"), receiver.uri("http", "localhost"));

            assertThat(outcome.isSuccess()).isTrue();
        }
    }

    @Test
    void name_withAnUnreachableAddress_isCalledAtTheNextOne() throws Exception {
        try (var receiver = Receiver.replying(OK)) {
            var outcome =
                    post(Receivers.PUBLIC_AND_LOCAL, List.of("127.0.0.3,127.0.0.1"), receiver.uri("http", "localhost"));

            assertThat(outcome.isSuccess()).isTrue();
        }
    }

    @Test
    void name_withoutAnAddress_fails() {
        var receivers = Receivers.PUBLIC.resolvedBy(host -> {
            throw new UnknownHostException("secret of the inside");
        });

        var outcome = call(receivers).post(URI.create("https://hooks.example.com/"), Map.of(), BODY);

        assertRefused(outcome, "the name cannot be resolved");
    }

    @ParameterizedTest
    @CsvSource({
        "http, hooks.example.com, must be an https address like https://hooks.example.com/waggle",
        "https, localhost, must name a public host like hooks.example.com",
        "https, 127.0.0.1, must lead to public addresses only",
        "https, user@hooks.example.com, must not name a user"
    })
    void url_withASyntaxFault_isNotCalled(String scheme, String host, String fault) throws Exception {
        try (var receiver = Receiver.silent()) {
            var outcome = post(Receivers.PUBLIC, List.of("127.0.0.1"), receiver.uri(scheme, host));

            assertRefused(outcome, "the url " + fault);
            assertThat(receiver.ended()).isZero();
        }
    }

    /** @param answers one per resolution: addresses separated by commas */
    private static Outcome post(Receivers receivers, List<String> answers, URI url) {
        return call(resolving(receivers, answers)).post(url, Map.of(), BODY);
    }

    private static WebhookCall call(Receivers receivers) {
        return new WebhookCall(receivers, Duration.ofSeconds(30), Clock.systemUTC());
    }

    private static Receivers resolving(Receivers receivers, List<String> answers) {
        Queue<String> left = new ArrayDeque<>(answers);
        return receivers.resolvedBy(host -> Stream.of(left.remove().split(",", -1))
                .map(InetAddress::ofLiteral)
                .toList());
    }

    private static void assertRefused(Outcome outcome, String error) {
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(outcome.status()).isNull();
        assertThat(outcome.error()).isEqualTo(error);
    }
}
