package waggle.cloud;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import waggle.model.keys.KeySecret;

/** The option by which a command is told a company: a key of it. */
final class KeyOption {
    private static final String VARIABLE = "WAGGLE_API_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "an API key (default: $" + VARIABLE + ", else that of the local waggle)")
    private @Nullable String key;

    /**
     * The key, from the option or the environment.
     *
     * @param local the one to take where none is given
     * @throws Complaint when there is none, or what is given cannot be one
     */
    KeySecret orElse(Supplier<Optional<KeySecret>> local) {
        return given().map(KeyOption::parse)
                .or(local)
                .orElseThrow(() -> new Complaint("An API key is needed: give one with --key, or set " + VARIABLE));
    }

    private Optional<String> given() {
        return key == null
                ? Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isBlank())
                : Optional.of(key);
    }

    private static KeySecret parse(String text) {
        return KeySecret.parse(text.strip())
                .orElseThrow(() -> new Complaint("What is given as API key is none: copy all of it, from wgl_ on"));
    }
}
