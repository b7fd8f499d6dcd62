package waggle.cloud;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;

/**
 * Options of the local cloud.
 *
 * @param port of the gateway, or 0 for a free port
 * @param data the directory of the data, or null to keep it in memory
 * @param rate requests per minute and key
 * @param packaged the checkout whose packaged functions run in processes of their own, or null to run the functions in
 *     this process
 * @param localWebhooks whether webhooks may also call {@code http://localhost}
 */
public record CloudOptions(
        int port, @Nullable Path data, int rate, @Nullable Path packaged, boolean localWebhooks) {
    public static CloudOptions defaults() {
        return new CloudOptions(0, null, Limits.RATE, null, false);
    }

    public CloudOptions withRate(int requestsPerMinute) {
        return new CloudOptions(port, data, requestsPerMinute, packaged, localWebhooks);
    }

    public CloudOptions withPackaged(Path checkout) {
        return new CloudOptions(port, data, rate, checkout, localWebhooks);
    }

    public CloudOptions withLocalWebhooks() {
        return new CloudOptions(port, data, rate, packaged, true);
    }
}
