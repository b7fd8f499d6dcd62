package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.delivery.receiver.Receivers;

/** Receivers that are slow, broken or hostile. */
@Timeout(300)
class HostileReceiverTest {
    private static final byte[] BODY = "{\"type\":\"ping\"}".getBytes(UTF_8);
    private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

    private final WebhookCall patient = within(Duration.ofSeconds(30));
    private final WebhookCall impatient = within(Duration.ofMillis(300));

    @Test
    void receiver_thatHangs_isTimedOut() throws Exception {
        try (var receiver = Receiver.silent()) {
            assertTimedOut(post(receiver, receiver.uri()));
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_thatHangsInTls_isTimedOut() throws Exception {
        try (var receiver = Receiver.silent()) {
            assertTimedOut(post(receiver, receiver.uri("https", "localhost")));
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_thatReadsNothing_isTimedOut() throws Exception {
        var done = new CountDownLatch(1);
        try (var receiver = new Receiver((self, socket) -> await(done))) {
            assertTimedOut(impatient.post(receiver.uri(), Map.of(), new byte[32_000_000]));
            done.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX-Long: "})
    void receiver_withASlowHead_isTimedOut(String begin) throws Exception {
        try (var receiver = Receiver.dripping(begin, "H")) {
            assertTimedOut(post(receiver, receiver.uri()));
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_thatSendsInterimRepliesOnly_isTimedOut() throws Exception {
        try (var receiver = Receiver.streaming("", "HTTP/1.1 102 Processing\r\n\r\n".repeat(100))) {
            assertTimedOut(post(receiver, receiver.uri()));
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_whoseNameResolutionHangs_isTimedOut() {
        var never = new CountDownLatch(1);
        var call = new WebhookCall(
                Receivers.PUBLIC.resolvedBy(host -> {
                    await(never);
                    throw new AssertionError();
                }),
                Duration.ofMillis(300),
                Clock.systemUTC());

        assertTimedOut(call.post(URI.create("https://hooks.example.com/"), Map.of(), BODY));
    }

    @Test
    void receiver_withASlowBody_isReportedWithItsStatus() throws Exception {
        try (var receiver = Receiver.dripping(OK + "begun", ".")) {
            var outcome = slow(receiver);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).startsWith("begun.");
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_withAnEndlessBody_isReadUpToOneKibibyte() throws Exception {
        try (var receiver = Receiver.streaming(OK, "abcd".repeat(1_000))) {
            var outcome = patient.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).isEqualTo("abcd".repeat(256));
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_withATruncatedBody_isReportedWithItsStatus() throws Exception {
        try (var receiver = Receiver.replying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun")) {
            var outcome = patient.post(receiver.uri(), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).isEqualTo("begun");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Endless: ", "X-Many: 1\r\n", " folded\r\n"})
    void receiver_withEndlessHeaders_isDisconnected(String more) throws Exception {
        try (var receiver = Receiver.streaming("HTTP/1.1 200 OK\r\nX-First: 1\r\n", more.repeat(1_000))) {
            var outcome = patient.post(receiver.uri(), Map.of(), BODY);

            assertFailed(outcome, "the reply's head is too large");
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 000 x\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: odd\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: odd\r\n\r\n"
            })
    void reply_thatIsNotHttp_fails(String reply) throws Exception {
        try (var receiver = Receiver.replying(reply)) {
            assertFailed(patient.post(receiver.uri(), Map.of(), BODY), "the reply is not valid HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "X-Endless"})
    void receiver_withoutAStatusLine_isDisconnected(String more) throws Exception {
        try (var receiver = Receiver.streaming("", more.repeat(1_000))) {
            assertFailed(patient.post(receiver.uri(), Map.of(), BODY), "the reply's head is too large");
            assertThat(receiver.awaitEnd()).isDone();
        }
    }

    @Test
    void receiver_thatResetsTheConnection_failsAndIsNotCalledAgain() throws Exception {
        try (var receiver = new Receiver((self, socket) -> {
            self.readRequest(socket);
            socket.setSoLinger(true, 0);
        })) {
            assertFailed(patient.post(receiver.uri(), Map.of(), BODY), "the connection ended without a reply");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1", "HTTP/1.1 abc x\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n"})
    void receiver_thatClosesBeforeAReply_fails(String reply) throws Exception {
        try (var receiver = Receiver.replying(reply)) {
            assertFailed(patient.post(receiver.uri(), Map.of(), BODY), "the connection ended without a reply");
        }
    }

    @Test
    void receiver_thatDoesNotListen_fails() throws Exception {
        var port = freePort();

        assertFailed(patient.post(URI.create("http://127.0.0.1:" + port + "/"), Map.of(), BODY), "cannot connect");
    }

    private static int freePort() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    /** On a busy machine, the time of a call may be over before it connects. Such a call shows nothing, and is made again. */
    private Outcome post(Receiver receiver, URI uri) {
        Outcome outcome;
        do {
            outcome = impatient.post(uri, Map.of(), BODY);
        } while (!receiver.isConnected());
        return outcome;
    }

    /** The first call whose time is over after the begin of the body. */
    private static Outcome slow(Receiver receiver) {
        var time = Duration.ofSeconds(1);
        Outcome outcome;
        do {
            outcome = within(time).post(receiver.uri(), Map.of(), BODY);
            time = time.multipliedBy(2);
        } while (!outcome.body().startsWith("begun."));
        return outcome;
    }

    private static WebhookCall within(Duration deadline) {
        return new WebhookCall(Receivers.PUBLIC_AND_LOCAL, deadline, Clock.systemUTC());
    }

    private static void assertTimedOut(Outcome outcome) {
        assertFailed(outcome, "timed out after 0.3 s");
        assertThat(outcome.latency()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private static void assertFailed(Outcome outcome, String error) {
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(outcome.status()).isNull();
        assertThat(outcome.error()).isEqualTo(error);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
