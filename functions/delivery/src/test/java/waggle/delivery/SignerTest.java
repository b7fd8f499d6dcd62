package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures verified with the Standard Webhooks library, whose verifier uses the system clock. */
class SignerTest {
    private static final String ID = "0193503a-7f5b-7c6e-9d2a-4b1f8e3c5d70";
    private static final String BODY = "{\"type\":\"tag.created\",\"data\":{\"label\":\"Café 🐝\"}}";

    @Test
    void call_signed_isVerified() {
        var secret = SigningSecret.generate();

        assertThatCode(() -> verify(secret, BODY, headers(secret))).doesNotThrowAnyException();
    }

    @Test
    void call_afterARotation_isVerifiedWithBothSecrets() {
        var newer = SigningSecret.generate();
        var older = SigningSecret.generate();

        var headers = headers(newer, older);

        assertThat(headers.get(Signer.SIGNATURE)).matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=");
        assertThatCode(() -> verify(newer, BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> verify(older, BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void body_changed_orSecretOfAnotherEndpoint_isNotVerified() {
        var secret = SigningSecret.generate();
        var headers = headers(secret);

        assertThatThrownBy(() -> verify(secret, BODY + " ", headers)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(SigningSecret.generate(), BODY, headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void signature_equalsTheExampleOfTheSpecification() {
        var signer = new Signer(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var headers = signer.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.parse("2021-02-25T15:02:10.999Z"),
                "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void secret_generated_has32RandomBytes() {
        var secret = SigningSecret.generate();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(SigningSecret.generate());
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not base64", "secret!"})
    void secret_malformed_isRefused_andIsNotInTheMessage(String secret) {
        assertThatThrownBy(() -> new Signer(List.of(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A signing secret must be whsec_ and base64")
                .hasNoCause();
    }

    @Test
    void endpoint_withoutASecret_isRefused() {
        assertThatThrownBy(() -> new Signer(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> headers(String... secrets) {
        return new Signer(List.of(secrets)).headers(ID, Instant.now(), BODY.getBytes(UTF_8));
    }

    private static void verify(String secret, String body, Map<String, String> headers) throws Exception {
        new Webhook(secret)
                .verify(
                        body,
                        headers.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))));
    }
}
