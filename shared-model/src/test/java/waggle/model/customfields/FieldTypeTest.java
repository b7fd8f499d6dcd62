package waggle.model.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
            number       | 0 -0.0 1e19 0.0000000001
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

    private static JsonNode json(String value) {
        try {
            return Json.mapper().readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
