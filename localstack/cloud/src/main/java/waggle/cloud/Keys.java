package waggle.cloud;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code waggle keys}. */
@Command(name = "keys", description = "API keys.")
final class Keys {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;
}
