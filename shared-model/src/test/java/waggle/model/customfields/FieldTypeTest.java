package waggle.model.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.json.Json;

class FieldTypeTest {
    private static final List<String> OPTIONS = List.of("a", "b");

    /** Values of every type. */
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"a\"",
            "\"A\"",
            "\"a\\u0000b\"",
            "\"\\u202Eevil\"",
            "\"null\"",
            "\"2024-02-29\"",
            "\"2026-02-29\"",
            "\"+2026-11-22\"",
            "\"2026-11-22T00:00:00Z\"",
            "0",
            "-0.0",
            "1e19",
            "1e400",
            "1e999999999",
            "1e-999999999",
            "0.0000000001",
            "0.00000000001",
            "12345678901234567890123456789012345678",
            "123456789012345678901234567890123456789",
            "1e37",
            "1e38",
            "1e-39",
            "true",
            "false",
            "[]",
            "[\"a\",\"b\"]",
            "[\"a\",\"a\"]",
            "[\"a\",null]",
            "[[\"a\"]]",
            "{}",
            "{\"a\":\"b\"}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            text         | "a" "A" "a\\u0000b" "\\u202Eevil" "null" "2024-02-29" "2026-02-29" "+2026-11-22" "2026-11-22T00:00:00Z"
            textarea     | "a" "A" "a\\u0000b" "\\u202Eevil" "null" "2024-02-29" "2026-02-29" "+2026-11-22" "2026-11-22T00:00:00Z"
            number       | 0 -0.0 1e19 0.0000000001 0.00000000001 12345678901234567890123456789012345678 1e37
            date         | "2024-02-29"
            boolean      | true false
            select       | "a"
            multi_select | [] ["a","b"]
            """)
    void type_acceptsItsOwnValuesOnly(String type, String accepted) {
        var fieldType = Json.parse('"' + type + '"', FieldType.class);

        assertThat(VALUES.stream()
                        .filter(value -> fieldType.fault(json(value), OPTIONS).isEmpty()))
                .containsExactly(accepted.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "number, 4711.50, 4711.5",
        "number, 1e2, 100",
        "number, -0.0, 0",
        "number, abc,",
        "number, 1e999,",
        "date, 2026-11-22, 2026-11-22",
        "date, 2026-02-29,",
        "boolean, true, true",
        "boolean, TRUE,",
        "select, a, a",
        "multi_select, c,",
        "text, Émea, Émea"
    })
    void filter_hasTheStoredFormOfItsValues(String type, String value, @Nullable String stored) {
        var filter = Json.parse('"' + type + '"', FieldType.class).filter(OPTIONS);

        assertThat(filter.reader().apply(value)).isEqualTo(Optional.ofNullable(stored));
    }

    private static JsonNode json(String value) {
        try {
            return Json.mapper().readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
