package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that takes part in the synchronisation with CRMs.
 *
 * @param region AWS region, as Lambda names it
 * @param queue URL of the FIFO queue of the synchronisation
 * @param sqs endpoint of SQS; only in a local cloud
 * @param hubSpot address of a HubSpot in memory; only in a local cloud
 */
public record CrmSettings(
        String region,
        String queue,
        @Nullable URI sqs,
        @Nullable URI hubSpot) {
    public static final String QUEUE = "WAGGLE_CRM_QUEUE";
    public static final String HUBSPOT = "WAGGLE_HUBSPOT_URL";

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static CrmSettings from(UnaryOperator<@Nullable String> environment) {
        return new CrmSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, QUEUE),
                uri(environment.apply(QueueSettings.ENDPOINT)),
                uri(environment.apply(HUBSPOT)));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
