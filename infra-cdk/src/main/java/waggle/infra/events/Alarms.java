package waggle.infra.events;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.JavaFunction;

/** The alarms. An operator adds the actions. */
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
        var visible = deadLetters.metricApproximateNumberOfMessagesVisible(maximumPerMinute());
        alarm(id + "-dead-letters", visible, "Messages failed in all attempts", 0)
                .build();
    }

    void ifBehind(JavaFunction relay) {
        var age = relay.metric("IteratorAge", "Maximum");
        alarm("relay-behind", age, "The relay is behind the stream of the table", RELAYED.toMilliseconds())
                .build();
    }

    void ifOld(WorkQueue deliveries) {
        var age = deliveries.queue().metricApproximateAgeOfOldestMessage(maximumPerMinute());
        alarm("deliveries-old", age, "The dispatcher is behind its queue", DELIVERED.toSeconds())
                .build();
    }

    /** The sweeper has no dead-letter queue. Missing calls count as failures too. */
    void ifFailing(JavaFunction sweeper) {
        var errors = sweeper.metric("Errors", "Sum");
        alarm("sweeper-failing", errors, "Due deliveries and replays do not start", 0)
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

    private static MetricOptions maximumPerMinute() {
        return MetricOptions.builder()
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}
