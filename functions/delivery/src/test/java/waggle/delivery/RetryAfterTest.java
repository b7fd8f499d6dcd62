package waggle.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                              | PT0S
                    120                            | PT2M
                    ' 7 '                          | PT7S
                    999999999999999                | PT277777777777H46M39S
                    Sun, 22 Nov 2026 08:16:30 GMT  | PT1M
                    Sunday, 22-Nov-26 08:16:30 GMT | PT1M
                    Sun, 22 Nov 2026 08:15:29 GMT  | PT0S
                    """)
    void header_withSecondsOrDate_isTheWait(String header, Duration wait) {
        assertThat(RetryAfter.from(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "1h", "9999999999999999999999", "Sun, 99 Nov 2026 08:16:30 GMT"})
    void header_malformed_isEmpty(String header) {
        assertThat(RetryAfter.from(header, NOW)).isEmpty();
    }
}
