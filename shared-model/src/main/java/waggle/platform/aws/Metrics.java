package waggle.platform.aws;

/** The names of the metrics that functions log and that alarms and dashboards read. */
public final class Metrics {
    /** The namespace of all metrics of Waggle in CloudWatch. */
    public static final String NAMESPACE = "Waggle";

    /** Records of the table's stream that the relay could not read and sent to its dead-letter queue. No dimensions. */
    public static final String UNREADABLE_RECORDS = "unreadable_records";

    private Metrics() {}
}
