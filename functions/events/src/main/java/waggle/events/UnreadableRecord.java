package waggle.events;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.platform.aws.Metrics;

/**
 * The log line of a stream record that cannot be read. CloudWatch makes the metric {@link Metrics#UNREADABLE_RECORDS} from it
 * (Amazon CloudWatch User Guide, "Embedded metric format specification").
 */
final class UnreadableRecord {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecord.class);

    private static final Map<String, Object> METRIC = Map.of(
            "Namespace",
            Metrics.NAMESPACE,
            "Dimensions",
            List.of(List.of()),
            "Metrics",
            List.of(Map.of("Name", Metrics.UNREADABLE_RECORDS, "Unit", "Count")));

    private UnreadableRecord() {}

    static void log(StreamRecord record, RuntimeException cause) {
        LOG.atError()
                .addKeyValue(
                        "_aws", Map.of("Timestamp", System.currentTimeMillis(), "CloudWatchMetrics", List.of(METRIC)))
                .addKeyValue(Metrics.UNREADABLE_RECORDS, 1)
                .addKeyValue("position", record.position())
                .setCause(cause)
                .log("A stream record cannot be read; it is in the relay's dead-letter queue");
    }
}
