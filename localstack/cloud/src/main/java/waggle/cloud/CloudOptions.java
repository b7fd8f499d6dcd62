package waggle.cloud;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;

/**
 * How the cloud is to run.
 *
 * @param port of the gateway; 0 for any that is free
 * @param data the folder that keeps the data; without one it is gone with the process
 * @param rate requests a minute for each key
 * @param packaged the checkout whose packaged functions are to run in processes of their own; without one the functions
 *     run in this process
 * @param localWebhooks whether webhooks may go to this machine as well, over http
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
