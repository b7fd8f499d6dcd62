package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a function finds the queues of deliveries.
 *
 * @param region AWS region, as Lambda names it
 * @param deliveries the address of the FIFO queue of what is to be delivered
 * @param later the address of the queue of what is to be delivered in a moment
 * @param endpoint of SQS; only for a cloud that is not AWS
 */
public record QueueSettings(
        String region,
        String deliveries,
        String later,
        @Nullable URI endpoint) {
    public static final String DELIVERIES = "WAGGLE_DELIVERIES_QUEUE";
    public static final String LATER = "WAGGLE_LATER_QUEUE";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_SQS";

    /** Reads a function's environment variables; a missing one is a mistake of the deployment. */
    public static QueueSettings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(ENDPOINT);
        return new QueueSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, DELIVERIES),
                Settings.required(environment, LATER),
                endpoint == null ? null : URI.create(endpoint));
    }
}
