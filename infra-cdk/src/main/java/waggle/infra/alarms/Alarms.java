package waggle.infra.alarms;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;
import waggle.infra.environment.Environment;

/**
 * Alarms on values above a threshold.
 *
 * @param scope the parent of the alarms
 */
public record Alarms(Construct scope, Environment environment) {
    public static final Duration MINUTE = Duration.minutes(1);
    static final Duration FIVE_MINUTES = Duration.minutes(5);

    /** An alarm after one value above the threshold; a period without a value is no failure. */
    public Alarm.Builder above(Number threshold, String id, IMetric metric, String description) {
        return Alarm.Builder.create(scope, id)
                .alarmName(environment.nameOf(id))
                .alarmDescription(description)
                .metric(metric)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(threshold)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }
}
