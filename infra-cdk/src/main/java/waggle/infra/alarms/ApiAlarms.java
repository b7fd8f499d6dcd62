package waggle.infra.alarms;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;
import waggle.infra.environment.Environment;

/**
 * The alarms of what clients see. Their metrics name the API instead of referring to it: the functions behind the API
 * refer to the alarms, since these undo a deployment.
 */
public final class ApiAlarms extends Construct {
    private static final int PERCENT_OF_ERRORS = 1;

    /** Fewer errors in a minute are no rate. */
    private static final int ERRORS = 3;

    private static final Duration SLOW = Duration.seconds(3);
    private static final int FAILED_AUTHORIZATIONS = 3;

    private final Alarm errors;

    public ApiAlarms(Construct scope, Environment environment) {
        super(scope, "ApiAlarms");
        var alarms = new Alarms(this, environment);
        errors = alarms.above(PERCENT_OF_ERRORS, "api-errors", errorRate(environment), "More than 1 % of requests fail")
                .evaluationPeriods(5)
                .datapointsToAlarm(2)
                .build();
        var latency = ofApi(environment, "Latency", "p99", Alarms.FIVE_MINUTES);
        alarms.above(SLOW.toMilliseconds(), "api-slow", latency, "One of a hundred requests takes over 3 seconds")
                .evaluationPeriods(3)
                .build();
        alarms.above(
                        FAILED_AUTHORIZATIONS,
                        "authorizer-failing",
                        RequestMetrics.authorizerFailures(environment),
                        "The authorizer fails or times out. A refused key does not count")
                .build();
    }

    /** The alarm that undoes a deployment. */
    public Alarm errors() {
        return errors;
    }

    private static IMetric errorRate(Environment environment) {
        return MetricMath.expression(
                "IF(errors >= %d, 100 * errors / requests, 0)".formatted(ERRORS),
                Alarms.MINUTE,
                Map.of(
                        "errors", ofApi(environment, "5XXError", "Sum", Alarms.MINUTE),
                        "requests", ofApi(environment, "Count", "Sum", Alarms.MINUTE)));
    }

    static Metric ofApi(Environment environment, String name, String statistic, Duration period) {
        var dimensions = Map.of("ApiName", environment.nameOf("api"), "Stage", environment.id());
        return MetricMath.of("AWS/ApiGateway", name, statistic, period, dimensions);
    }
}
