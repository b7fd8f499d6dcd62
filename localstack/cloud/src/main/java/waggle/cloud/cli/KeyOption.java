package waggle.cloud.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.model.keys.KeySecret;

/** The option {@code --key}, which selects a company by one of its API keys. */
final class KeyOption {
    private static final String VARIABLE = "WAGGLE_API_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "an API key (default: $" + VARIABLE + ", or the key of the local Waggle)")
    private @Nullable String key;

    /**
     * Returns the key of the option, or of the environment variable, or the default.
     *
     * @param local returns the default
     * @throws CommandFailure if there is no key, or it is malformed
     */
    KeySecret orElse(Supplier<Optional<KeySecret>> local) {
        return given().map(KeyOption::parse)
                .or(local)
                .orElseThrow(
                        () -> new CommandFailure("An API key is required: pass one with --key or set " + VARIABLE));
    }

    private Optional<String> given() {
        return key == null
                ? Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isBlank())
                : Optional.of(key);
    }

    private static KeySecret parse(String text) {
        return KeySecret.parse(text.strip())
                .orElseThrow(() ->
                        new CommandFailure("The API key is malformed: copy the whole key, which starts with wgl_"));
    }
}
