package waggle.infra.alarms;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.JsonPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.platform.aws.Metrics;
import waggle.platform.gateway.GatewayReply;

/** Metrics that the access log yields, since no service measures them. */
public final class RequestMetrics extends Construct {
    private static final String AUTHORIZER_FAILURES = "AuthorizerFailures";
    private static final String WRITES = "Writes";

    private final Environment environment;
    private final ILogGroup accessLog;

    public RequestMetrics(Construct scope, Environment environment, ILogGroup accessLog) {
        super(scope, "RequestMetrics");
        this.environment = environment;
        this.accessLog = accessLog;
        count(AUTHORIZER_FAILURES, failure());
        count(WRITES, write());
    }

    static Metric authorizerFailures(Environment environment) {
        return MetricMath.of(namespace(environment), AUTHORIZER_FAILURES, "Sum", Alarms.FIVE_MINUTES, Map.of());
    }

    /** Requests that created or deleted a record, and so wrote an event. */
    public static Metric writes(Environment environment) {
        return MetricMath.of(namespace(environment), WRITES, "Sum", Alarms.FIVE_MINUTES, Map.of());
    }

    private void count(String metric, IFilterPattern pattern) {
        MetricFilter.Builder.create(this, metric)
                .logGroup(accessLog)
                .filterPattern(pattern)
                .metricNamespace(namespace(environment))
                .metricName(metric)
                .metricValue("1")
                .build();
    }

    private static IFilterPattern failure() {
        return FilterPattern.any(Stream.of(GatewayReply.AUTHORIZER_FAILURE, GatewayReply.AUTHORIZER_CONFIGURATION_ERROR)
                .map(reply -> is("response_type", reply.name()))
                .toArray(JsonPattern[]::new));
    }

    /** A preflight request has 204, too, but another method. */
    private static IFilterPattern write() {
        return FilterPattern.any(
                FilterPattern.all(is("method", "POST"), is("status", "201")),
                FilterPattern.all(is("method", "DELETE"), is("status", "204")));
    }

    private static JsonPattern is(String field, String value) {
        return FilterPattern.stringValue("$." + field, "=", value);
    }

    private static String namespace(Environment environment) {
        return Metrics.NAMESPACE + "/" + environment.id();
    }
}
