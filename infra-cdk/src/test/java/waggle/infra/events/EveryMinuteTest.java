package waggle.infra.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waggle.infra.Policies;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;

final class EveryMinuteTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void schedule_callsAliasOfSweeperEveryMinute() {
        var rule = rule();

        assertThat(rule.get("State").asText()).isEqualTo("ENABLED");
        assertThat(rule.get("Targets")).hasSize(1);
        assertThat(rule.at("/Targets/0/Arn/Ref").asText())
                .isEqualTo(RESOURCES.alias(Environment.DEV, "sweeper").getKey());
    }

    @Test
    void failedSweep_isNotRetried() {
        var retries = rule().at("/Targets/0/RetryPolicy");
        var invocation =
                RESOURCES.only("AWS::Lambda::EventInvokeConfig").getValue().get("Properties");

        assertThat(retries.get("MaximumRetryAttempts").asInt(-1)).isZero();
        assertThat(invocation.get("MaximumRetryAttempts").asInt(-1)).isZero();
        assertThat(invocation.get("MaximumEventAgeInSeconds").asInt()).isEqualTo(60);
        assertThat(invocation.at("/FunctionName/Ref").asText())
                .isEqualTo(RESOURCES.function(Environment.DEV, "sweeper").getKey());
    }

    /** Two concurrent sweeps would do the same work twice. */
    @Test
    void sweep_endsBeforeNext() {
        var sweeper = RESOURCES.function(Environment.DEV, "sweeper").getValue();

        assertThat(sweeper.at("/Properties/Timeout").asInt()).isLessThan(60);
    }

    /** The page is asked as a client asks for it, through the gateway. */
    @Test
    void sweeper_knowsTheStatusPage() {
        var sweeper = RESOURCES.function(Environment.DEV, "sweeper").getValue();
        var api = RESOURCES.only("AWS::ApiGateway::RestApi").getKey();

        assertThat(Policies.joined(sweeper.at("/Properties/Environment/Variables/WAGGLE_STATUS_URL")))
                .startsWith("https://{\"Ref\":\"" + api + "\"}.execute-api.")
                .endsWith("/status");
    }

    private static JsonNode rule() {
        return RESOURCES
                .with("AWS::Events::Rule", "ScheduleExpression", "rate(1 minute)")
                .getValue()
                .get("Properties");
    }
}
