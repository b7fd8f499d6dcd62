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

/**
 * The worked examples and those of published programmes, or those of the file {@code -Dwaggle.examples=FILE}, equal to the
 * cent, the day and the status. Where an example has a {@code payment_count}, it lists some of the payments only.
 */
class ExamplesTest {
    private static final String FOLDER = "/waggle/model/commissions/";

    static Stream<Example> examples() throws IOException {
        var file = System.getProperty("waggle.examples");
        return file == null
                ? Stream.concat(read(resource("examples.json")), read(resource("programmes.json")))
                : read(Files.newInputStream(Path.of(file)));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ExamplesTest.class.getResourceAsStream(FOLDER + name));
    }

    private static Stream<Example> read(InputStream from) throws IOException {
        try (var file = from) {
            return elements(Json.mapper().readTree(file).path("examples")).map(Example::new);
        }
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
            assertPayments(deal, expected.getValue());
            assertThat(deal.total())
                    .isEqualByComparingTo(
                            expected.getValue().path("total_commission_value").decimalValue());
            assertRule(deal, expected.getValue());
        });
    }

    private static void assertPayments(Ledger.Deal deal, JsonNode expected) {
        var payments = elements(expected.path("payments")).toList();
        var isHeld = payments.stream().anyMatch(payment -> payment.has("held_until"));
        var lines = payments.stream().map(payment -> line(payment, isHeld)).toList();
        var actual =
                assertThat(deal.rows.stream().map(row -> line(row, isHeld))).as("payments of %s", deal.uuid);
        if (expected.has("payment_count")) {
            actual.hasSize(expected.path("payment_count").asInt()).containsAll(lines);
        } else {
            actual.containsExactlyInAnyOrderElementsOf(lines);
        }
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

    private static String line(Ledger.Row row, boolean isHeld) {
        var held = isHeld ? ", held until " + row.made.dates().heldUntil() : "";
        return "entry %s, occurrence %s %s of %s: %s %s, due %s%s, %s"
                .formatted(
                        row.made.place().entry(),
                        row.made.place().occurrence(),
                        lower(row.made.place().part()),
                        row.made.place().recipient().uuid(),
                        lower(row.made.category()),
                        row.value.stripTrailingZeros().toPlainString(),
                        row.made.dates().dueOn(),
                        held,
                        lower(row.status));
    }

    private static String line(JsonNode payment, boolean isHeld) {
        var held = isHeld ? ", held until " + payment.path("held_until").asText() : "";
        return "entry %s, occurrence %s %s of %s: %s %s, due %s%s, %s"
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
                        held,
                        payment.path("status").asText());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
