package waggle.model.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    private final KeySecret key = KeySecret.generate(KeySecret.Mode.TEST);

    @Test
    void generate_key_hasTheDocumentedForm() {
        assertThat(key.reveal()).matches("wgl_test_[0-9A-Za-z]{38}");
        assertThat(KeySecret.generate(KeySecret.Mode.LIVE).reveal()).startsWith("wgl_live_");
    }

    @Test
    void parse_ownKey_findsTheSameHash() {
        assertThat(KeySecret.parse(key.reveal())).map(KeySecret::hash).contains(key.hash());
    }

    @Test
    void parse_anyCharacterChanged_isNoKey() {
        var secret = key.reveal();
        for (var i = 0; i < secret.length(); i++) {
            var other = secret.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeySecret.parse(secret.substring(0, i) + other + secret.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void parse_otherLength_isNoKey() {
        var secret = key.reveal();
        assertThat(Stream.of(secret + "0", secret.substring(1), secret.substring(0, secret.length() - 1))
                        .flatMap(text -> KeySecret.parse(text).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wgl_", "wgl_prod_", "\u0000", "wgl_test_ÄÖÜ"})
    void parse_otherText_isNoKey(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
    }

    @Test
    void ofAuthorization_keyAfterTheScheme_isFound() {
        var secret = key.reveal();
        assertThat(Stream.of("Bearer " + secret, "bEARER   " + secret)
                        .map(KeySecret::ofAuthorization)
                        .map(found -> found.map(KeySecret::hash).orElse("")))
                .containsExactly(key.hash(), key.hash());
        assertThat(Stream.of(
                                "Bearer" + secret,
                                "Basic " + secret,
                                "Bearer\t" + secret,
                                "Bearer " + secret + " ",
                                secret)
                        .flatMap(header -> KeySecret.ofAuthorization(header).stream()))
                .isEmpty();
    }

    @Test
    void toString_key_hidesTheSecret() {
        assertThat(key.toString())
                .doesNotContain(key.reveal().substring(0, key.reveal().length() - 4));
    }
}
