package waggle.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What an operator has to hear of. Whom it is told is the operator's choice. */
final class Alarms extends Construct {
    private static final Duration RELAYED = Duration.minutes(5);
    private static final Duration DELIVERED = Duration.minutes(30);
    private static final int FAILED_SWEEPS = 5;

    private final Environment environment;

    Alarms(Construct scope, Environment environment) {
        super(scope, "Alarms");
        this.environment = environment;
    }

    void ifAny(Queue deadLetters, String id) {
        var visible = deadLetters.metricApproximateNumberOfMessagesVisible(longestAMinute());
        alarm(id + "-dead-letters", visible, "Messages were given up; see what they have in common", 0)
                .build();
    }

    void ifBehind(JavaFunction relay) {
        var age = relay.metric("IteratorAge", "Maximum");
        alarm("relay-behind", age, "Events are not handed on to the queue in time", RELAYED.toMilliseconds())
                .build();
    }

    void ifOld(WorkQueue deliveries) {
        var age = deliveries.queue().metricApproximateAgeOfOldestMessage(longestAMinute());
        alarm("deliveries-old", age, "Messages wait long for the dispatcher", DELIVERED.toSeconds())
                .build();
    }

    /** It has no queue in which failures would lie; and one that is never called fails as well. */
    void ifFailing(JavaFunction sweeper) {
        var errors = sweeper.metric("Errors", "Sum");
        alarm("sweeper-failing", errors, "Deliveries that wait for a time are not found", 0)
                .evaluationPeriods(FAILED_SWEEPS)
                .treatMissingData(TreatMissingData.BREACHING)
                .build();
    }

    private Alarm.Builder alarm(String id, Metric metric, String description, Number threshold) {
        return Alarm.Builder.create(this, id)
                .alarmName(environment.nameOf(id))
                .alarmDescription(description)
                .metric(metric)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(threshold)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }

    private static MetricOptions longestAMinute() {
        return MetricOptions.builder()
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}
