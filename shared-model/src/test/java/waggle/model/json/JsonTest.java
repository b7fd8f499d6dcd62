package waggle.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Sample(String firstName, Instant createdAt, BigDecimal dealValue, Kind kind) {}

    enum Kind {
        MULTI_SELECT
    }

    private static final Sample SAMPLE =
            new Sample("Ada", Instant.parse("2026-11-22T08:15:30Z"), new BigDecimal("150000.00"), Kind.MULTI_SELECT);

    @Test
    void write_record_hasSnakeCaseNamesAndMilliseconds() {
        assertThat(Json.write(SAMPLE)).isEqualTo("""
                {"first_name":"Ada","created_at":"2026-11-22T08:15:30.000Z",\
                "deal_value":150000.00,"kind":"multi_select"}""");
    }

    @Test
    void read_written_isTheSame() {
        assertThat(Json.read(Json.tree(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"first_name\":1}",
                "{\"first_name\":true}",
                "{\"kind\":0}",
                "{\"kind\":\"MULTI_SELECT\"}",
                "{\"deal_value\":\"1\"}",
                "{\"first_name\":\"a\",\"first_name\":\"b\"}",
                "{} {}",
                "{\"deal_value\":NaN}"
            })
    void read_wrongTypeOrInvalidJson_isRefused(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json, Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
