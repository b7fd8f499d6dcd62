package waggle.cloud.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code waggle keys}. */
@Command(name = "keys", description = "Manages API keys.")
final class Keys {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;
}
