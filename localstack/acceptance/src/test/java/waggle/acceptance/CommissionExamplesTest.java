package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.json.Json;

/**
 * The worked examples of commissions through the API, with a moved clock: equal to the cent, the day and the status. {@code
 * -Dwaggle.examples=FILE} runs those of a file.
 */
class CommissionExamplesTest {
    private static final MovedApi API = new MovedApi();

    @AfterAll
    static void close() {
        API.close();
    }

    static Stream<Named<JsonNode>> examples() throws IOException {
        var file = System.getProperty("waggle.examples");
        var path = file == null
                ? LocalCloud.checkout()
                        .resolve("shared-model/src/test/resources/waggle/model/commissions/examples.json")
                : Path.of(file);
        return elements(Json.mapper().readTree(path.toFile()).path("examples"))
                .map(example -> Named.of(
                        example.path("id").asText() + " "
                                + example.path("title").asText(),
                        example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_isPaidAsExpected(JsonNode json) {
        var example = new CommissionExample(json, API.company());

        example.play();

        json.path("expected").properties().forEach(expected -> {
            var deal = "deals/" + example.uuid(expected.getKey());
            assertThat(example.payments(deal)
                            .map(payment ->
                                    line(payment, payment.path("recipient_uuid").asText())))
                    .as("payments of %s", expected.getKey())
                    .containsExactlyInAnyOrderElementsOf(elements(
                                    expected.getValue().path("payments"))
                            .map(payment -> line(
                                    payment,
                                    example.uuid(payment.path("recipient_uuid").asText())))
                            .toList());
            assertThat(example.read(deal).path("total_commission_value").decimalValue())
                    .isEqualByComparingTo(
                            expected.getValue().path("total_commission_value").decimalValue());
            assertThat(example.read(deal + "/commission").path("rule_uuid").asText())
                    .isEqualTo(example.uuid(expected.getValue().path("rule").asText()));
            assertThat(example.read(deal + "/commission").path("rule_version"))
                    .isEqualTo(expected.getValue().path("rule_version"));
        });
    }

    private static String line(JsonNode payment, String recipient) {
        return "entry %s, occurrence %s %s of %s: %s %s, due %s, %s"
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
                        payment.path("status").asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
