package waggle.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.exchange.Reply;

/**
 * Every field, parameter and header of every operation of the OpenAPI document accepts or refuses a hostile value. None
 * causes a 500. Creation and change have the same fields, and each field is tried with one of the two; with
 * {@code -Dwaggle.hostile=true}, with both.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("operations")
final class HostileInputTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String RECORD = "/{uuid}";

    private static final Map<ApiOperation, HostileTarget> TARGETS = new ConcurrentHashMap<>();

    private final ApiOperation operation;
    private final HostileTarget target;

    HostileInputTest(ApiOperation operation) {
        this.operation = operation;
        this.target = TARGETS.computeIfAbsent(operation, HostileTarget::new);
    }

    static Stream<ApiOperation> operations() {
        return Documentation.document().operations().stream()
                .filter(operation -> operation.path().startsWith(HostileTarget.ROOT + "/"));
    }

    @Test
    void value_inAnyField_isTakenAsItIsOrRefused() throws JsonProcessingException {
        var turn = turn();
        for (var field : fields()) {
            var value = HostileValues.value(turn++);
            var reply = target.send(target.body(field, value));
            expectNoFailure(reply, field.toString(), value);
            if (reply.status() < 300 && !reply.json().has("results")) {
                expectKept(JSON.readTree(value), JSON.readTree(reply.body()).at(field));
                target.expectKept(reply);
            }
        }
    }

    /** The fields without those that the other of creation and change is tried with. */
    private List<JsonPointer> fields() {
        var others = Boolean.getBoolean("waggle.hostile")
                ? List.<JsonPointer>of()
                : twin().map(HostileTarget::fields).orElse(List.of());
        var parity = operation.verb().equals("POST") ? 0 : 1;
        return target.fields().stream()
                .filter(field -> !others.contains(field) || Math.floorMod(field.hashCode(), 2) == parity)
                .toList();
    }

    /** The change of what the operation creates, or the creation of what it changes. */
    private Optional<ApiOperation> twin() {
        var path = operation.path();
        return switch (operation.verb()) {
            case "POST" -> Documentation.document().find("PATCH", path + RECORD);
            case "PATCH" -> Documentation.document().find("POST", path.replace(RECORD, ""));
            default -> Optional.empty();
        };
    }

    @Test
    void body_ofAnyKind_isTakenOrRefused() {
        if (!target.fields().isEmpty()) {
            var twice = target.body().toString().replaceFirst("(?s)^\\{(.*)}$", "{$1,$1}");
            Stream.concat(HostileValues.bodies(turn()).stream(), Stream.of(twice))
                    .forEach(body -> expectNoFailure(target.send(body), "the body", body));
        }
    }

    @Test
    void parameter_ofAnyText_isTakenOrRefused() {
        var turn = turn();
        for (var pointer : operation.parameters()) {
            var parameter = operation.document().at(pointer);
            var text = HostileValues.parameter(turn++);
            target.send(parameter, text)
                    .forEach(reply ->
                            expectNoFailure(reply, parameter.path("name").asText(), text));
        }
    }

    /** Differs for most operations and is the same in every run. */
    private int turn() {
        return (operation.verb() + operation.path()).hashCode();
    }

    private static void expectKept(JsonNode sent, JsonNode kept) {
        if (sent.isTextual() && !sent.asText().isBlank() && !kept.isMissingNode()) {
            assertThat(kept.asText()).isEqualTo(sent.asText().strip());
        } else if (sent.isNumber()) {
            assertThat(kept.decimalValue()).isEqualByComparingTo(sent.decimalValue());
        }
    }

    private static void expectNoFailure(Reply reply, String place, String value) {
        assertThat(reply.status())
                .as("status for %s: %.80s\n%s", place, value, reply.body())
                .isBetween(200, 499)
                .isNotIn(401, 403, 405, 429);
        if (reply.body().contains("\"results\"")) {
            assertThat(reply.json().path("results"))
                    .as("%s: %.80s", place, value)
                    .allSatisfy(result ->
                            assertThat(result.path("status").asInt(200)).isLessThan(500));
        }
    }
}
