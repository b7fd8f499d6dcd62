package waggle.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_795_335_330_123L, 4_102_444_799_999L})
    void time_thatWasWritten_isRead(long milliseconds) {
        var time = Instant.ofEpochMilli(milliseconds);

        assertThat(StoredTime.parse(Json.time(time))).isEqualTo(time);
    }
}
