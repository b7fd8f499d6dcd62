package waggle.infra.alarms;

import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;
import waggle.infra.environment.Concurrency;
import waggle.infra.environment.Environment;

/** The alarms of the concurrency that all functions of the AWS account share. */
public final class FunctionAlarms extends Construct {

    public FunctionAlarms(Construct scope, Environment environment) {
        super(scope, "FunctionAlarms");
        var alarms = new Alarms(this, environment);
        alarms.above(0, "functions-throttled", ofAccount("Throttles", "Sum"), "Lambda refuses calls of functions")
                .evaluationPeriods(5)
                .datapointsToAlarm(2)
                .build();
        alarms.above(
                        Concurrency.of(this, environment).warning(),
                        "functions-busy",
                        ofAccount("ConcurrentExecutions", "Maximum"),
                        "Over 80 % of the account's concurrent executions are in use")
                .evaluationPeriods(5)
                .datapointsToAlarm(3)
                .build();
    }

    /** Without dimensions, Lambda's metrics are those of all functions of the account in this region. */
    private static Metric ofAccount(String name, String statistic) {
        return MetricMath.of("AWS/Lambda", name, statistic, Alarms.MINUTE, Map.of());
    }
}
