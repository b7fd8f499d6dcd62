package waggle.infra.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;

final class UsagePlanTest {

    @ParameterizedTest
    @EnumSource
    void plan_permitsAHundredRequestsAMinute(Environment environment) {
        var throttle = Synthesis.resources(environment)
                .only("AWS::ApiGateway::UsagePlan")
                .getValue()
                .at("/Properties/Throttle");

        assertThat(throttle.get("RateLimit").asDouble() * 60).isCloseTo(100, within(1e-9));
        assertThat(throttle.get("BurstLimit").asInt()).isEqualTo(100);
    }

    @Test
    void plan_countsRequestsOfStage() {
        var resources = Synthesis.resources(Environment.DEV);
        var plan = resources.only("AWS::ApiGateway::UsagePlan").getValue();

        assertThat(plan.at("/Properties/ApiStages")).hasSize(1);
        assertThat(plan.at("/Properties/ApiStages/0/ApiId/Ref").asText())
                .isEqualTo(resources.only("AWS::ApiGateway::RestApi").getKey());
        assertThat(plan.at("/Properties/ApiStages/0/Stage/Ref").asText())
                .isEqualTo(resources.only("AWS::ApiGateway::Stage").getKey());
    }
}
