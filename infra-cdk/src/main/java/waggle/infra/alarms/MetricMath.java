package waggle.infra.alarms;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** Metrics that AWS services measure. */
public final class MetricMath {
    private MetricMath() {}

    public static Metric of(
            String service, String name, String statistic, Duration period, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(service)
                .metricName(name)
                .statistic(statistic)
                .period(period)
                .dimensionsMap(new TreeMap<>(dimensions))
                .build();
    }

    /** A value computed from metrics, in the order of their names, so that the template is always the same. */
    public static MathExpression expression(
            String expression, Duration period, Map<String, ? extends IMetric> metrics) {
        return MathExpression.Builder.create()
                .expression(expression)
                .usingMetrics(new TreeMap<>(metrics))
                .period(period)
                .build();
    }

    /** The sum of metrics in five minutes. A metric without data counts as 0. */
    static MathExpression sum(Map<String, ? extends IMetric> metrics) {
        return expression("SUM(FILL(METRICS(), 0))", Alarms.FIVE_MINUTES, metrics);
    }
}
