package waggle.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;

class QueryTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22,                          2026-11-22T00:00:00Z",
        "2024-02-29,                          2024-02-29T00:00:00Z",
        "0000-01-01,                          0000-01-01T00:00:00Z",
        "2026-11-22T08:15Z,                   2026-11-22T08:15:00Z",
        "2026-11-22T08:15:30Z,                2026-11-22T08:15:30Z",
        "2026-11-22T08:15:30.1Z,              2026-11-22T08:15:30.1Z",
        "2026-11-22T08:15:30.123456789Z,      2026-11-22T08:15:30.123Z",
        "2026-11-22T08:15:30.123+02:00,       2026-11-22T06:15:30.123Z",
        "2026-11-22T00:15:30-18:00,           2026-11-22T18:15:30Z",
        "2026-11-22t08:15:30z,                2026-11-22T08:15:30Z",
        "9999-12-31T23:59:59.999999999-18:00, +10000-01-01T17:59:59.999Z"
    })
    void time_inIso8601_isRead(String text, Instant expected) {
        assertThat(QueryTimes.read(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2026",
                "2026-11",
                "2026-11-22T",
                "2026-11-22T08",
                "2026-11-22 08:15:30Z",
                "2026-11-22T08:15:30",
                "2026-11-22T08:15:30.Z",
                "2026-11-22T08:15:30.1234567890Z",
                "2026-11-22T08:15:30,1Z",
                "2026-11-22T08:15:30+0200",
                "2026-11-22T08:15:30+18:01",
                "2026-11-22T08:15:30[UTC]",
                "2026-11-22T24:00:00Z",
                "2026-11-22T23:59:60Z",
                "2026-13-01",
                "2026-00-01",
                "2026-02-29",
                "26-11-22",
                "+2026-11-22",
                "-2026-11-22",
                "２０２６-11-22",
                "2026-11-22\n",
                " 2026-11-22",
                "2026-W47-7"
            })
    void anyOtherText_isNoTime(String text) {
        assertThat(QueryTimes.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:15:30 01:00, true",
        "2026-11-22T08:15 01:00, true",
        "2026-11-22 08:15:30Z, false",
        "x, false"
    })
    void space_inPlaceOfAPlus_isToldHowToWriteIt(String text, boolean isTold) {
        assertThat(QueryTimes.expected(text).endsWith("; write + as %2B")).isEqualTo(isTold);
    }

    @Test
    void hostileText_isNoTime() {
        assertThat(Hostile.TEXTS)
                .allSatisfy(text -> assertThat(QueryTimes.read(text)).isEmpty());
    }
}
