package waggle.events.status;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks the status page, which passes the gateway, a function and the table. */
public record StatusRequest(URI url) implements FrontDoor {
    /** A cold start of the function takes less. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Override
    public Optional<String> fault() {
        try {
            var status = status();
            return status == HttpURLConnection.HTTP_OK
                    ? Optional.empty()
                    : Optional.of("A request was answered with the status " + status);
        } catch (IOException e) {
            return Optional.of("A request had no reply within " + PATIENCE.toSeconds() + " seconds");
        }
    }

    private int status() throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
            connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
