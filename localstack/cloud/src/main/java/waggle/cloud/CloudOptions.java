package waggle.cloud;

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
        Duration visibilityTimeout) {
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

    public CloudOptions withPort(int number) {
        return new CloudOptions(
                number,
                data,
                rate,
                packaged,
                localWebhooks,
                crmFakes,
                lockTime,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }

    public CloudOptions withData(@Nullable Path directory) {
        return new CloudOptions(
                port,
                directory,
                rate,
                packaged,
                localWebhooks,
                crmFakes,
                lockTime,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }

    public CloudOptions withRate(int requestsPerMinute) {
        return new CloudOptions(
                port,
                data,
                requestsPerMinute,
                packaged,
                localWebhooks,
                crmFakes,
                lockTime,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }

    public CloudOptions withPackaged(@Nullable Path checkout) {
        return new CloudOptions(
                port,
                data,
                rate,
                checkout,
                localWebhooks,
                crmFakes,
                lockTime,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }

    public CloudOptions withLocalWebhooks() {
        return withLocalWebhooks(true);
    }

    public CloudOptions withLocalWebhooks(boolean allowed) {
        return new CloudOptions(
                port, data, rate, packaged, allowed, crmFakes, lockTime, streamOrder, sweepInterval, visibilityTimeout);
    }

    public CloudOptions withLockTime(Duration time) {
        return new CloudOptions(
                port,
                data,
                rate,
                packaged,
                localWebhooks,
                crmFakes,
                time,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }

    public CloudOptions withStreamOrder(StreamOrder order) {
        return new CloudOptions(
                port, data, rate, packaged, localWebhooks, crmFakes, lockTime, order, sweepInterval, visibilityTimeout);
    }

    public CloudOptions withSweepInterval(Duration interval) {
        return new CloudOptions(
                port,
                data,
                rate,
                packaged,
                localWebhooks,
                crmFakes,
                lockTime,
                streamOrder,
                interval,
                visibilityTimeout);
    }

    public CloudOptions withVisibilityTimeout(Duration timeout) {
        return new CloudOptions(
                port, data, rate, packaged, localWebhooks, crmFakes, lockTime, streamOrder, sweepInterval, timeout);
    }

    public CloudOptions withCrmFakes(Map<Provider, URI> addresses) {
        return new CloudOptions(
                port,
                data,
                rate,
                packaged,
                localWebhooks,
                addresses,
                lockTime,
                streamOrder,
                sweepInterval,
                visibilityTimeout);
    }
}
