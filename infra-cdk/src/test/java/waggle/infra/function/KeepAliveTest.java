package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waggle.infra.FunctionIds;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.model.json.Json;
import waggle.platform.aws.KeepAliveEvent;

final class KeepAliveTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void everyFunction_isCalledWeekly_exceptSweeper() {
        var rules = RESOURCES.ofType("AWS::Events::Rule").values().stream()
                .map(rule -> rule.get("Properties"))
                .filter(rule -> rule.get("ScheduleExpression").asText().equals("rate(7 days)"))
                .toList();
        var functions = FunctionIds.functions().filter(id -> !id.equals("sweeper"));

        assertThat(rules).allSatisfy(rule -> assertThat(rule.get("Targets")).hasSizeLessThanOrEqualTo(5));
        assertThat(rules)
                .flatExtracting(rule -> rule.get("Targets").findValuesAsText("Ref"))
                .containsExactlyInAnyOrderElementsOf(functions
                        .map(id -> RESOURCES.alias(Environment.DEV, id).getKey())
                        .toList());
        assertThat(rules)
                .flatExtracting(rule -> rule.get("Targets").valueStream().toList())
                .allSatisfy(KeepAliveTest::assertHarmless);
    }

    private static void assertHarmless(JsonNode target) throws JsonProcessingException {
        assertThat(Json.mapper().readTree(target.get("Input").asText()))
                .isEqualTo(Json.mapper().readTree(KeepAliveEvent.EVENT));
    }
}
