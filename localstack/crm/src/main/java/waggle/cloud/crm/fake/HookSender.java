package waggle.cloud.crm.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls the address of a hook. */
public final class HookSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HookSender() {}

    /** Sends a body, and returns the status of the reply. */
    public static int post(URI address, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
