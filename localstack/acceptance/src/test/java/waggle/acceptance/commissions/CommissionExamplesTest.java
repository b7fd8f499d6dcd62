package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.cloud.LocalCloud;
import waggle.model.json.Json;

/**
 * The worked examples of commissions and those of published programmes through the API, with a moved clock: equal to the
 * cent, the day and the status. {@code -Dwaggle.examples=FILE} runs those of a file. Where an example has a {@code
 * payment_count}, it lists some of the payments only. An example of very many deals runs with the
 * property only.
 */
class CommissionExamplesTest {
    private static final String FOLDER = "shared-model/src/test/resources/waggle/model/commissions/";
    private static final int MOST_DEALS = 50;
    private static final MovedApi API = new MovedApi();

    @AfterAll
    static void close() {
        API.close();
    }

    static Stream<Named<JsonNode>> examples() {
        var file = System.getProperty("waggle.examples");
        return file == null
                ? Stream.of("examples.json", "programmes.json")
                        .flatMap(name -> read(LocalCloud.checkout().resolve(FOLDER + name)))
                        .filter(example -> example.getPayload().path("deals").size() <= MOST_DEALS)
                : read(Path.of(file));
    }

    private static Stream<Named<JsonNode>> read(Path file) {
        try {
            return elements(Json.mapper().readTree(file.toFile()).path("examples"))
                    .map(example -> Named.of(
                            example.path("id").asText() + " "
                                    + example.path("title").asText(),
                            example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_isPaidAsExpected(JsonNode json) {
        var example = new CommissionExample(json, API.company());

        example.play();

        json.path("expected").properties().forEach(expected -> {
            var deal = "deals/" + example.uuid(expected.getKey());
            assertPayments(example, expected.getKey(), expected.getValue());
            assertThat(example.read(deal).path("total_commission_value").decimalValue())
                    .isEqualByComparingTo(
                            expected.getValue().path("total_commission_value").decimalValue());
            var rule = expected.getValue().path("rule");
            assertThat(example.read(deal + "/commission").path("rule_uuid").asText())
                    .isEqualTo(rule.isTextual() ? example.uuid(rule.asText()) : "null");
            assertThat(example.read(deal + "/commission").path("rule_version").asInt())
                    .isEqualTo(expected.getValue().path("rule_version").asInt());
        });
    }

    private static void assertPayments(CommissionExample example, String deal, JsonNode expected) {
        var payments = elements(expected.path("payments")).toList();
        var isHeld = payments.stream().anyMatch(payment -> payment.has("held_until"));
        var lines = payments.stream()
                .map(payment -> line(
                        payment, example.uuid(payment.path("recipient_uuid").asText()), isHeld))
                .toList();
        var actual = assertThat(example.payments("deals/" + example.uuid(deal))
                        .map(payment ->
                                line(payment, payment.path("recipient_uuid").asText(), isHeld)))
                .as("payments of %s", deal);
        if (expected.has("payment_count")) {
            actual.hasSize(expected.path("payment_count").asInt()).containsAll(lines);
        } else {
            actual.containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    private static String line(JsonNode payment, String recipient, boolean isHeld) {
        return "entry %s, occurrence %s %s of %s: %s %s, due %s%s, %s"
                .formatted(
                        payment.path("entry").asText(),
                        payment.path("occurrence").asText("null"),
                        payment.path("part").asText(),
                        recipient,
                        payment.path("category").asText(),
                        payment.path("payment_value")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString(),
                        payment.path("due_date").asText(),
                        isHeld ? ", held until " + payment.path("held_until").asText() : "",
                        payment.path("status").asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
