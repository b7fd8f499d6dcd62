package waggle.cloud.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.cloud.client.ApiClient;
import waggle.cloud.environment.EnvironmentFile;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.KeySecret;

/** The options that select an API, local or deployed, and a company of it. */
final class ApiOptions {
    @Option(names = "--url", paramLabel = "URL", description = "base URL of a Waggle API (default: the local Waggle)")
    private @Nullable String url;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of the local Waggle (default: 8080)")
    private int port;

    @Mixin
    private final KeyOption key = new KeyOption();

    /** @throws CommandFailure if the options are no base URL */
    URI baseUrl() {
        if (url == null) {
            return ApiClient.baseUrl("http://localhost:" + port + ResourceGroup.BASE)
                    .orElseThrow(() -> new CommandFailure("--port must be from 1 to 65535; it was " + port));
        }
        return ApiClient.baseUrl(url)
                .orElseThrow(() -> new CommandFailure(
                        "--url must be a base URL like https://api.example.com/v1; it was \"" + url + "\""));
    }

    /** @throws CommandFailure if there is no key, or it is malformed */
    KeySecret key() {
        return key.orElse(this::localKey);
    }

    /** Empty with {@code --url}, so that the local key is sent to no other address. */
    private Optional<KeySecret> localKey() {
        return url == null ? EnvironmentFile.key(port) : Optional.empty();
    }
}
