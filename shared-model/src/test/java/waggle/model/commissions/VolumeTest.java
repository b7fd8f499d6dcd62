package waggle.model.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.json.Json;

class VolumeTest {

    @ParameterizedTest
    @CsvSource({
        // apply, period, the day of a deal that is won, the day of another deal, whether that is calculated again
        "next, lifetime, 2026-05-10, 2026-05-10, true",
        "next, lifetime, 2026-05-10, 2029-01-01, true",
        "next, lifetime, 2026-05-10, 2026-05-08, true",
        "next, lifetime, 2026-05-10, 2026-05-07, false",
        "next, month, 2026-05-10, 2026-06-02, true",
        "next, month, 2026-05-10, 2026-06-03, false",
        "marginal, year, 2026-05-10, 2026-12-31, true",
        "marginal, year, 2026-05-10, 2026-01-31, false",
        "whole, month, 2026-05-10, 2026-05-01, true",
        "whole, month, 2026-05-10, 2026-04-29, true",
        "whole, month, 2026-05-10, 2026-04-28, false",
        "whole, rule, 2026-05-10, 2020-01-01, true"
    })
    void concerns_laterDeals_orAllOfThePeriod_whateverTheirZones(
            String apply, String period, LocalDate closing, LocalDate other, boolean expected) {
        var tier = Json.parse("{\"from\":1,\"option\":\"percentage\",\"value\":5}", VolumeTier.class);
        var volume = new Volume(
                Volume.Measure.DEAL_COUNT,
                Volume.Span.valueOf(period.toUpperCase(Locale.ROOT)),
                Volume.Apply.valueOf(apply.toUpperCase(Locale.ROOT)),
                List.of(tier));

        assertThat(volume.concerns(closing, other)).isEqualTo(expected);
    }
}
