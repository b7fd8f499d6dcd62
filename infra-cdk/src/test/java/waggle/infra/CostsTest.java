package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.infra.environment.Environment;

/** The figures of {@code docs/costs.md} follow from its prices and units, and from the template. */
final class CostsTest {
    private static final List<String> PAGE = page();
    private static final Map<String, BigDecimal> PRICES =
            rows("Costs").collect(Collectors.toMap(row -> row.get(0), row -> new BigDecimal(row.get(1))));
    private static final BigDecimal LOG_KILOBYTES = new BigDecimal("1.4");
    private static final BigDecimal PERCENT = new BigDecimal("0.01");
    private static final BigDecimal MISSES = new BigDecimal("0.02");

    static Stream<List<String>> requests() {
        return rows("A million requests");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_costsWhatItUses(List<String> row) {
        var authorization = lambda(BigDecimal.TEN, memory("authorizer")).add(price("Read unit"));
        var costs = List.of(
                price("REST API"),
                cents(MISSES.multiply(authorization)),
                cents(lambda(number(row, 1), memory("partners"))),
                cents(units(number(row, 2), number(row, 3))),
                cents(LOG_KILOBYTES.multiply(price("Log"))),
                cents(PERCENT.multiply(price("Trace"))));

        assertThat(numbers(row.subList(4, 10))).isEqualTo(costs);
        assertThat(number(row, 10)).isEqualTo(sum(costs));
    }

    @Test
    void delivery_costsWhatItUses() {
        var rows = rows("A million webhook deliveries").toList();
        var costs = List.of(
                cents(lambda(number(rows.get(0), 1), memory("relay"))),
                cents(lambda(number(rows.get(1), 1), memory("dispatcher"))),
                cents(number(rows.get(2), 1).multiply(price("FIFO request"))),
                cents(number(rows.get(3), 1).multiply(price("Read unit"))),
                cents(number(rows.get(4), 1).multiply(price("Write unit"))),
                cents(number(rows.get(5), 1).multiply(price("Log"))));

        assertThat(rows.stream().limit(6).map(row -> number(row, 2))).containsExactlyElementsOf(costs);
        assertThat(number(rows.getLast(), 2)).isEqualTo(sum(costs));
        assertThat(rows.get(0).get(0)).endsWith("of %,d MB".formatted(memory("relay")));
        assertThat(rows.get(1).get(0)).endsWith("of %d MB".formatted(memory("dispatcher")));
    }

    @Test
    void liveUpdate_costsWhatItUses() {
        var rows = rows("A million live updates").toList();
        var costs = List.of(
                cents(number(rows.get(0), 1).multiply(price("WebSocket message"))),
                cents(lambda(number(rows.get(1), 1), memory("live-relay"))),
                cents(number(rows.get(2), 1).multiply(price("Read unit"))));

        assertThat(rows.stream().limit(3).map(row -> number(row, 2))).containsExactlyElementsOf(costs);
        assertThat(rows.get(1).get(0)).endsWith("of %,d MB".formatted(memory("live-relay")));
        assertThat(number(rows.getLast(), 2)).isEqualTo(sum(costs));
    }

    @Test
    void idleMonth_costsAlarmsAndKeysOfTemplate() {
        var resources = Synthesis.resources(Environment.DEV);
        var metrics = resources.ofType("AWS::CloudWatch::Alarm").values().stream()
                .mapToInt(alarm -> Math.max(
                        1,
                        alarm.at("/Properties/Metrics").findValues("MetricStat").size()))
                .sum();
        var rows = rows("An idle month").toList();
        var costs = rows.subList(0, rows.size() - 1).stream()
                .map(row -> number(row, 1))
                .toList();

        assertThat(costs.get(0)).isEqualTo(price("Alarm").multiply(BigDecimal.valueOf(metrics)));
        assertThat(costs.get(1))
                .isEqualTo(price("KMS key")
                        .multiply(BigDecimal.valueOf(
                                resources.ofType("AWS::KMS::Key").size())));
        assertThat(number(rows.getLast(), 1)).isEqualTo(sum(costs));
    }

    private static BigDecimal lambda(BigDecimal milliseconds, int memory) {
        return milliseconds
                .multiply(BigDecimal.valueOf(memory))
                .multiply(price("Lambda time"))
                .divide(BigDecimal.valueOf(1_000 * 1_024), 6, RoundingMode.HALF_UP)
                .add(price("Lambda call"));
    }

    private static BigDecimal units(BigDecimal read, BigDecimal written) {
        return read.multiply(price("Read unit")).add(written.multiply(price("Write unit")));
    }

    private static int memory(String function) {
        return Synthesis.resources(Environment.DEV)
                .function(Environment.DEV, function)
                .getValue()
                .at("/Properties/MemorySize")
                .asInt();
    }

    private static BigDecimal price(String name) {
        return Objects.requireNonNull(PRICES.get(name), name);
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> costs) {
        return costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> numbers(List<String> cells) {
        return cells.stream().map(BigDecimal::new).toList();
    }

    private static BigDecimal number(List<String> row, int cell) {
        return new BigDecimal(row.get(cell));
    }

    /** The rows of the first table below a heading, without its head. */
    private static Stream<List<String>> rows(String heading) {
        return PAGE.stream()
                .dropWhile(line -> !line.matches("#+ " + heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "costs.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
