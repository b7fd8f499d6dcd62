package waggle.model.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private final ApiKey key = ApiKey.generate(ApiKey.Mode.TEST, new SecureRandom());

    @Test
    void generate_key_hasThePublishedForm() {
        assertThat(key.reveal()).matches("wgl_test_[0-9A-Za-z]{38}");
        assertThat(ApiKey.generate(ApiKey.Mode.LIVE, new SecureRandom()).reveal())
                .startsWith("wgl_live_");
    }

    @Test
    void parse_ownKey_findsTheSameHash() {
        assertThat(ApiKey.parse(key.reveal())).map(ApiKey::hash).contains(key.hash());
    }

    @Test
    void parse_anyCharacterChanged_isNoKey() {
        var secret = key.reveal();
        for (var i = 0; i < secret.length(); i++) {
            var other = secret.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(ApiKey.parse(secret.substring(0, i) + other + secret.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void parse_anyLengthButTheOwn_isNoKey() {
        var secret = key.reveal();
        assertThat(Stream.of(secret + "0", secret.substring(1), secret.substring(0, secret.length() - 1))
                        .flatMap(text -> ApiKey.parse(text).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wgl_", "wgl_prod_", "\u0000", "wgl_test_ÄÖÜ"})
    void parse_otherText_isNoKey(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }

    @Test
    void toString_key_givesAlmostNothingAway() {
        assertThat(key.toString())
                .doesNotContain(key.reveal().substring(0, key.reveal().length() - 4));
    }
}
