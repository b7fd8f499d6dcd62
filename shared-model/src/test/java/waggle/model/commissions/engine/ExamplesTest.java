package waggle.model.commissions.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.json.Json;

/** The worked examples, or those of the file {@code -Dwaggle.examples=FILE}, equal to the cent, the day and the status. */
class ExamplesTest {

    static Stream<Example> examples() throws IOException {
        try (var file = open()) {
            return elements(Json.mapper().readTree(file).path("examples")).map(Example::new);
        }
    }

    private static InputStream open() throws IOException {
        var file = System.getProperty("waggle.examples");
        return file == null
                ? Objects.requireNonNull(
                        ExamplesTest.class.getResourceAsStream("/waggle/model/commissions/examples.json"))
                : Files.newInputStream(Path.of(file));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_isPaidAsExpected(Example example) {
        var ledger = example.run();

        example.json().path("expected").properties().forEach(expected -> {
            var deal = ledger.deal(Example.uuid(expected.getKey()));
            assertThat(deal.rows.stream().map(ExamplesTest::line))
                    .as("payments of %s", expected.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            elements(expected.getValue().path("payments"))
                                    .map(ExamplesTest::line)
                                    .toList());
            assertThat(deal.total())
                    .isEqualByComparingTo(
                            expected.getValue().path("total_commission_value").decimalValue());
            assertRule(deal, expected.getValue());
        });
    }

    private static void assertRule(Ledger.Deal deal, JsonNode expected) {
        if (expected.path("rule").isTextual()) {
            assertThat(deal.state.in(Assignment.PARTNER).or(() -> deal.state.in("individual")))
                    .hasValueSatisfying(assignment -> {
                        assertThat(assignment.ruleUuid())
                                .isEqualTo(Example.uuid(expected.path("rule").asText()));
                        assertThat(assignment.version())
                                .isEqualTo(expected.path("rule_version").asInt());
                    });
        }
    }

    private static String line(Ledger.Row row) {
        return "entry %s, occurrence %s %s of %s: %s %s, due %s, %s"
                .formatted(
                        row.made.place().entry(),
                        row.made.place().occurrence(),
                        lower(row.made.place().part()),
                        row.made.place().recipient().uuid(),
                        lower(row.made.category()),
                        row.value.stripTrailingZeros().toPlainString(),
                        row.made.dates().dueOn(),
                        lower(row.status));
    }

    private static String line(JsonNode payment) {
        return "entry %s, occurrence %s %s of %s: %s %s, due %s, %s"
                .formatted(
                        payment.path("entry").asText(),
                        payment.path("occurrence").asText("null"),
                        payment.path("part").asText(),
                        payment.path("recipient_uuid").isNull()
                                ? null
                                : Example.uuid(payment.path("recipient_uuid").asText()),
                        payment.path("category").asText(),
                        payment.path("payment_value")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString(),
                        payment.path("due_date").asText(),
                        payment.path("status").asText());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
