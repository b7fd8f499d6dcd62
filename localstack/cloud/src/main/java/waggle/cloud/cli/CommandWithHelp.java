package waggle.cloud.cli;

import picocli.CommandLine.Option;

/** A command with the option {@code --help}, the last one in its help. */
abstract class CommandWithHelp {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;
}
