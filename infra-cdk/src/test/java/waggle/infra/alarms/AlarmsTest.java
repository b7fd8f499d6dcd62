package waggle.infra.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;

final class AlarmsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @ParameterizedTest
    @EnumSource
    void alarms_areTheSameInEveryEnvironment(Environment environment) {
        assertThat(Synthesis.resources(environment)
                        .ofType("AWS::CloudWatch::Alarm")
                        .values())
                .extracting(alarm -> alarm.at("/Properties/AlarmName").asText())
                .containsExactlyInAnyOrder(
                        environment.nameOf("relay-dead-letters"),
                        environment.nameOf("deliveries-dead-letters"),
                        environment.nameOf("later-dead-letters"),
                        environment.nameOf("crm-dead-letters"),
                        environment.nameOf("relay-behind"),
                        environment.nameOf("relay-unreadable"),
                        environment.nameOf("relay-silent"),
                        environment.nameOf("deliveries-old"),
                        environment.nameOf("later-old"),
                        environment.nameOf("crm-old"),
                        environment.nameOf("api-errors"),
                        environment.nameOf("api-slow"),
                        environment.nameOf("authorizer-failing"),
                        environment.nameOf("functions-throttled"),
                        environment.nameOf("functions-busy"),
                        environment.nameOf("table-conflicts"),
                        environment.nameOf("table-throttled"),
                        environment.nameOf("table-errors"),
                        environment.nameOf("live-behind"),
                        environment.nameOf("live-errors"),
                        environment.nameOf("sweeper-failing"));
    }

    @ParameterizedTest
    @CsvSource({
        "relay-dead-letters, relay-dead-letters, ApproximateNumberOfMessagesVisible, 0",
        "deliveries-dead-letters, deliveries-dead-letters.fifo, ApproximateNumberOfMessagesVisible, 0",
        "crm-dead-letters, crm-dead-letters.fifo, ApproximateNumberOfMessagesVisible, 0",
        "crm-old, crm.fifo, ApproximateAgeOfOldestMessage, 1800",
        "later-dead-letters, later-dead-letters, ApproximateNumberOfMessagesVisible, 0",
        "deliveries-old, deliveries.fifo, ApproximateAgeOfOldestMessage, 1800",
        "later-old, later, ApproximateAgeOfOldestMessage, 1800"
    })
    void alarm_ofQueue_goesOffAboveThreshold(String id, String queue, String metric, int threshold) {
        var alarm = alarm(id);

        assertThat(alarm.get("Namespace").asText()).isEqualTo("AWS/SQS");
        assertThat(alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, queue).getKey());
        assertGoesOff(alarm, metric, "Maximum", threshold);
        assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(1);
        assertThat(alarm.get("TreatMissingData").asText()).isEqualTo("notBreaching");
    }

    @ParameterizedTest
    @CsvSource({
        "relay-behind, relay, IteratorAge, Maximum, 300000, 1, notBreaching",
        "live-behind, live-relay, IteratorAge, Maximum, 60000, 1, notBreaching",
        "sweeper-failing, sweeper, Errors, Sum, 0, 5, breaching"
    })
    void alarm_ofFunction_goesOffAboveThreshold(
            String id, String function, String metric, String statistic, int threshold, int minutes, String missing) {
        var alarm = alarm(id);

        assertThat(alarm.get("Namespace").asText()).isEqualTo("AWS/Lambda");
        assertThat(alarm.get("Dimensions")).hasSize(1);
        assertThat(alarm.at("/Dimensions/0/Value/Ref").asText())
                .isEqualTo(RESOURCES.function(Environment.DEV, function).getKey());
        assertGoesOff(alarm, metric, statistic, threshold);
        assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(minutes);
        assertThat(alarm.get("TreatMissingData").asText()).isEqualTo(missing);
    }

    private static void assertGoesOff(JsonNode alarm, String metric, String statistic, int threshold) {
        assertThat(alarm.get("MetricName").asText()).isEqualTo(metric);
        assertThat(alarm.get("Statistic").asText()).isEqualTo(statistic);
        assertThat(alarm.get("Period").asInt()).isEqualTo(60);
        assertThat(alarm.get("ComparisonOperator").asText()).isEqualTo("GreaterThanThreshold");
        assertThat(alarm.get("Threshold").asInt()).isEqualTo(threshold);
    }

    private static JsonNode alarm(String id) {
        return RESOURCES
                .with("AWS::CloudWatch::Alarm", "AlarmName", Environment.DEV.nameOf(id))
                .getValue()
                .get("Properties");
    }
}
