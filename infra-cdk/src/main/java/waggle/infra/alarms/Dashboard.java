package waggle.infra.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.constructs.Construct;
import waggle.infra.environment.Environment;

/** One page with the state of all alarms, and the metrics behind them. */
public final class Dashboard extends Construct {
    private static final Duration PERIOD = Alarms.FIVE_MINUTES;
    private static final int WHOLE = 24;
    private static final int HALF = 12;
    private static final int HEIGHT = 6;

    private final Environment environment;

    /** Call it after all alarms. */
    public Dashboard(Stack stack, Environment environment, String table) {
        super(stack, "Dashboard");
        this.environment = environment;
        software.amazon.awscdk.services.cloudwatch.Dashboard.Builder.create(this, "Resource")
                .dashboardName(environment.nameOf("overview"))
                .widgets(List.of(
                        List.of(alarms(stack)),
                        List.of(
                                graph(
                                        "Requests",
                                        ofApi("Count", "Sum"),
                                        ofApi("4XXError", "Sum"),
                                        ofApi("5XXError", "Sum")),
                                graph("Latency", ofApi("Latency", "p50"), ofApi("Latency", "p99"))),
                        List.of(
                                graph("Functions: duration, p99", search("Lambda", "FunctionName", "Duration", "p99")),
                                graph("Functions: calls", search("Lambda", "FunctionName", "Invocations", "Sum"))),
                        List.of(
                                graph(
                                        "Table: units",
                                        ofTable("ConsumedReadCapacityUnits", table),
                                        ofTable("ConsumedWriteCapacityUnits", table)),
                                graph("Table: conflicts", TableAlarms.conflicts(table))),
                        List.of(
                                graph(
                                        "Queues: messages",
                                        search("SQS", "QueueName", "ApproximateNumberOfMessagesVisible", "Maximum")),
                                graph(
                                        "Queues: age",
                                        search("SQS", "QueueName", "ApproximateAgeOfOldestMessage", "Maximum")))))
                .build();
    }

    private static IWidget alarms(Stack stack) {
        var alarms = new ArrayList<Alarm>();
        for (var construct : stack.getNode().findAll()) {
            if (construct instanceof Alarm alarm) {
                alarms.add(alarm);
            }
        }
        return AlarmStatusWidget.Builder.create().alarms(alarms).width(WHOLE).build();
    }

    private static IWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(HALF)
                .height(HEIGHT)
                .build();
    }

    private IMetric ofApi(String name, String statistic) {
        return ApiAlarms.ofApi(environment, name, statistic, PERIOD);
    }

    private static IMetric ofTable(String name, String table) {
        return MetricMath.of("AWS/DynamoDB", name, "Sum", PERIOD, Map.of("TableName", table));
    }

    /** All resources of the environment, by the beginning of their names. */
    private IMetric search(String service, String dimension, String metric, String statistic) {
        return MathExpression.Builder.create()
                .expression("SEARCH('{AWS/%s,%s} MetricName=\"%s\" %s=\"waggle-%s\"', '%s', %d)"
                        .formatted(
                                service,
                                dimension,
                                metric,
                                dimension,
                                environment.id(),
                                statistic,
                                PERIOD.toSeconds().longValue()))
                .usingMetrics(Map.of())
                .label("")
                .period(PERIOD)
                .build();
    }
}
