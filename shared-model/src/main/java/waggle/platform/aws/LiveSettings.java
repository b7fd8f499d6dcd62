package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that sends messages to the connections of clients, or tells clients where to connect.
 *
 * @param region AWS region, as Lambda names it
 * @param url that clients open, {@code wss://…}
 * @param endpoint of the management API of the connections
 */
public record LiveSettings(String region, URI url, URI endpoint) {
    public static final String URL = "WAGGLE_LIVE_URL";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

    /**
     * Reads the environment variables of a function. In AWS the management API has the host and the stage of the URL.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static LiveSettings from(UnaryOperator<@Nullable String> environment) {
        var url = Settings.required(environment, URL);
        var endpoint = environment.apply(ENDPOINT);
        return new LiveSettings(
                Settings.required(environment, Settings.REGION),
                URI.create(url),
                URI.create(endpoint == null ? url.replaceFirst("^ws", "http") : endpoint));
    }
}
