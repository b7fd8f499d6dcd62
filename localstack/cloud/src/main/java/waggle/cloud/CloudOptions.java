package waggle.cloud;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.cloud.poller.StreamOrder;
import waggle.model.Limits;
import waggle.model.crm.mapping.Provider;
import waggle.platform.aws.QueueFacts;

/**
 * Options of the local cloud.
 *
 * @param port of the gateway, or 0 for a free port
 * @param data the directory of the data, or null to keep it in memory
 * @param rate requests per minute and key
 * @param packaged the checkout whose packaged functions run in processes of their own, or null to run the functions in
 *     this process
 * @param localWebhooks whether webhooks may also call {@code http://localhost}
 * @param crmFakes the addresses of CRMs in memory, which take the place of the real ones
 * @param lockTime the time for which a transaction locks its items at least; zero means that nothing is locked
 * @param streamOrder the order in which the relay gets the events
 * @param sweepInterval the time between two invocations of the sweeper
 * @param visibilityTimeout the time after which messages of a dispatcher that died are received again, in whole seconds
 */
@RecordBuilder
public record CloudOptions(
        int port,
        @Nullable Path data,
        int rate,
        @Nullable Path packaged,
        boolean localWebhooks,
        Map<Provider, URI> crmFakes,
        Duration lockTime,
        StreamOrder streamOrder,
        Duration sweepInterval,
        Duration visibilityTimeout)
        implements CloudOptionsBuilder.With {
    /** About the duration of a transaction in AWS. */
    public static final int LOCK_MILLIS = 10;

    public static CloudOptions defaults() {
        return new CloudOptions(
                0,
                null,
                Limits.RATE,
                null,
                false,
                Map.of(),
                Duration.ofMillis(LOCK_MILLIS),
                StreamOrder.oneShard(),
                QueueFacts.SWEEP_INTERVAL,
                QueueFacts.VISIBILITY_TIMEOUT);
    }

    /** Lets webhooks call {@code http://localhost}. */
    public CloudOptions withLocalWebhooks() {
        return withLocalWebhooks(true);
    }
}
