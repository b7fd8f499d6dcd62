package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that uses the queues.
 *
 * @param region AWS region, as Lambda names it
 * @param deliveries URL of the FIFO queue of delivery tasks
 * @param later URL of the queue of delayed tasks
 * @param unrelayed URL of the relay's dead-letter queue
 * @param crm URL of the FIFO queue of the synchronisation with CRMs
 * @param endpoint of SQS; only in a local cloud
 */
public record QueueSettings(
        String region,
        String deliveries,
        String later,
        String unrelayed,
        String crm,
        @Nullable URI endpoint) {
    public static final String DELIVERIES = "WAGGLE_DELIVERIES_QUEUE";
    public static final String LATER = "WAGGLE_LATER_QUEUE";
    public static final String UNRELAYED = "WAGGLE_RELAY_DEAD_LETTERS_QUEUE";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_SQS";

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static QueueSettings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(ENDPOINT);
        return new QueueSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, DELIVERIES),
                Settings.required(environment, LATER),
                Settings.required(environment, UNRELAYED),
                Settings.required(environment, CrmSettings.QUEUE),
                endpoint == null ? null : URI.create(endpoint));
    }
}
