package waggle.infra.events;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.infra.alarms.Alarms;
import waggle.infra.alarms.MetricMath;
import waggle.infra.alarms.RequestMetrics;
import waggle.infra.environment.Environment;
import waggle.infra.function.JavaFunction;
import waggle.platform.aws.Metrics;

/** The alarms of the path of events. */
final class EventAlarms extends Construct {
    private static final Duration RELAYED = Duration.minutes(5);
    private static final Duration DELIVERED = Duration.minutes(30);
    private static final int FAILED_SWEEPS = 5;
    private static final Duration SILENT = Duration.minutes(5);
    private static final int SILENT_PERIODS = 3;

    private final Environment environment;
    private final Alarms alarms;

    EventAlarms(Construct scope, Environment environment) {
        super(scope, "Alarms");
        this.environment = environment;
        alarms = new Alarms(this, environment);
    }

    void ifAny(Queue deadLetters, String id) {
        var visible = deadLetters.metricApproximateNumberOfMessagesVisible(maximumPerMinute());
        alarms.above(0, id + "-dead-letters", visible, "Messages failed in all attempts")
                .build();
    }

    void ifBehind(JavaFunction relay) {
        var age = relay.metric("IteratorAge", "Maximum", Alarms.MINUTE);
        alarms.above(RELAYED.toMilliseconds(), "relay-behind", age, "The relay is behind the stream of the table")
                .build();
    }

    /** The relay sends such a record to its dead-letter queue and goes on. */
    void ifUnreadable() {
        var records = MetricMath.of(Metrics.NAMESPACE, Metrics.UNREADABLE_RECORDS, "Sum", Alarms.MINUTE, Map.of());
        alarms.above(0, "relay-unreadable", records, "The relay cannot read a record of the stream")
                .build();
    }

    /** A disabled or unauthorised event source has no age. */
    void ifSilent(JavaFunction relay) {
        var silence = MetricMath.expression(
                "IF(FILL(writes, 0) > 0 AND FILL(calls, 0) < 1, 1, 0)",
                SILENT,
                Map.of(
                        "writes", RequestMetrics.writes(environment),
                        "calls", relay.metric("Invocations", "Sum", SILENT)));
        alarms.above(0, "relay-silent", silence, "Records are written, and the relay is not called")
                .evaluationPeriods(SILENT_PERIODS)
                .build();
    }

    void ifOld(WorkQueue queue, String id) {
        var age = queue.queue().metricApproximateAgeOfOldestMessage(maximumPerMinute());
        alarms.above(DELIVERED.toSeconds(), id + "-old", age, "A function is behind its queue")
                .build();
    }

    /** The sweeper has no dead-letter queue. Missing calls count as failures too. */
    void ifFailing(JavaFunction sweeper) {
        var errors = sweeper.metric("Errors", "Sum", Alarms.MINUTE);
        alarms.above(0, "sweeper-failing", errors, "Due deliveries and replays do not start")
                .evaluationPeriods(FAILED_SWEEPS)
                .treatMissingData(TreatMissingData.BREACHING)
                .build();
    }

    private static MetricOptions maximumPerMinute() {
        return MetricOptions.builder()
                .statistic("Maximum")
                .period(Alarms.MINUTE)
                .build();
    }
}
