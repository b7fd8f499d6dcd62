package waggle.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;

/** The embedded cloud of this JVM, started when the first test uses it. */
final class LocalCloud {
    private static final FutureTask<Cloud> CLOUD = new FutureTask<>(LocalCloud::start);

    private LocalCloud() {}

    /** @throws IllegalStateException the same for every test if the cloud cannot start */
    static Cloud cloud() {
        CLOUD.run();
        try {
            return CLOUD.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The local cloud did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI baseUrl() {
        return cloud().baseUrl();
    }

    /** The root of the checkout. */
    static Path checkout() {
        return Path.of(System.getProperty("waggle.checkout", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    private static Cloud start() throws Exception {
        var options = CloudOptions.defaults().withLocalWebhooks();
        var cloud = Cloud.start(Boolean.getBoolean("waggle.lambda") ? options.withPackaged(checkout()) : options);
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
    }
}
