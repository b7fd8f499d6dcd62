package waggle.http.logs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.http.request.GatewayEvent;
import waggle.platform.aws.Metrics;

/**
 * One embedded metric per request: CloudWatch makes metrics from log lines with the field {@code _aws} (Amazon CloudWatch
 * User Guide, "Embedded metric format specification").
 */
final class RequestMetric {
    private static final Logger LOG = LoggerFactory.getLogger(RequestMetric.class);

    /** The route of a request that no route matches; its path would make a metric of its own. */
    private static final String NO_ROUTE = "none";

    private static final List<List<String>> DIMENSIONS = List.of(List.of("route", "method"), List.of("status"));
    private static final List<Map<String, String>> METRICS = List.of(
            Map.of("Name", "milliseconds", "Unit", "Milliseconds"),
            Map.of("Name", "read_units", "Unit", "Count"),
            Map.of("Name", "write_units", "Unit", "Count"));

    private RequestMetric() {}

    static void log(GatewayEvent event, int status, long nanoseconds, CapacityUnits units) {
        if (LOG.isInfoEnabled()) {
            var line = RequestLog.PRIMING.equals(event.requestId())
                    ? LOG.atInfo()
                    : LOG.atInfo().addKeyValue("_aws", directive());
            line.addKeyValue("route", event.route().orElse(NO_ROUTE))
                    .addKeyValue("method", event.getHttpMethod())
                    .addKeyValue("status", Integer.toString(status))
                    .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMicros(nanoseconds) / 1_000.0)
                    .addKeyValue("read_units", units.read())
                    .addKeyValue("write_units", units.written())
                    .log("request");
        }
    }

    private static Map<String, Object> directive() {
        return Map.of(
                "Timestamp",
                System.currentTimeMillis(),
                "CloudWatchMetrics",
                List.of(Map.of("Namespace", Metrics.NAMESPACE, "Dimensions", DIMENSIONS, "Metrics", METRICS)));
    }
}
