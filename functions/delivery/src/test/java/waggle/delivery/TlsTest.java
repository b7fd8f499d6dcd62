package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.delivery.receiver.Receivers;

class TlsTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_trustedAndForTheHost_isAccepted(String version) throws Exception {
        var certificate = certificate("localhost");
        try (var receiver = receiver(certificate, version)) {
            var outcome = trusting(certificate).post(receiver.uri("https", "localhost"), Map.of(), BODY);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).isEqualTo("ok");
            assertThat(receiver.awaitEnd()).isCompleted();
        }
    }

    @Test
    void certificate_selfSigned_isNotTrusted() throws Exception {
        try (var receiver = receiver(certificate("localhost"), "TLSv1.3")) {
            var outcome = new WebhookCall(Receivers.PUBLIC_AND_LOCAL)
                    .post(receiver.uri("https", "localhost"), Map.of(), BODY);

            assertFailed(outcome, "the certificate is not trusted");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void certificate_forAnotherHost_isNotTrusted() throws Exception {
        var certificate = certificate("hooks.example.com");
        try (var receiver = receiver(certificate, "TLSv1.3")) {
            var outcome = trusting(certificate).post(receiver.uri("https", "localhost"), Map.of(), BODY);

            assertFailed(outcome, "the certificate is not trusted");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void receiver_withoutTls_fails() throws Exception {
        try (var receiver = new Receiver(
                (self, socket) -> socket.getOutputStream().write("HTTP/1.1 400 x\r\n\r\n".getBytes(UTF_8)))) {
            var outcome = new WebhookCall(Receivers.PUBLIC_AND_LOCAL)
                    .post(receiver.uri("https", "localhost"), Map.of(), BODY);

            assertFailed(outcome, "cannot agree on TLS");
        }
    }

    private static void assertFailed(Outcome outcome, String error) {
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(outcome.status()).isNull();
        assertThat(outcome.error()).isEqualTo(error);
    }

    private static WebhookCall trusting(KeyStore certificate) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new WebhookCall(Receivers.PUBLIC_AND_LOCAL, Duration.ofSeconds(30), Clock.systemUTC(), context);
    }

    private static Receiver receiver(KeyStore certificate, String version) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        var context = SSLContext.getInstance(version);
        context.init(keys.getKeyManagers(), null, null);
        return new Receiver(context.getServerSocketFactory(), (self, socket) -> {
            self.readRequest(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8));
            socket.getInputStream().readAllBytes();
        });
    }

    /** Generates a certificate with keytool, since the JDK has no API for it. */
    private static KeyStore certificate(String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(host + ".p12");
        if (!file.toFile().exists()) {
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PASSWORD),
                            "-alias",
                            "receiver",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + host,
                            "-ext",
                            "san=dns:" + host)
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }
}
