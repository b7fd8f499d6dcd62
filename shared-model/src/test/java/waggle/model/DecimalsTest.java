package waggle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "50, 50",
        "50.0, 50",
        "5e1, 50",
        "12.50, 12.5",
        "0.0, 0",
        "-0.10, -0.1",
        "0.0000000001, 1E-10",
        "1e400000000, 1E+400000000",
        "1e-400000000, 1E-400000000",
    })
    void plain_storableNumber_hasNeitherExponentNorTrailingZeros(BigDecimal number, String plain) {
        assertThat(Decimals.plain(number)).hasToString(plain);
    }
}
