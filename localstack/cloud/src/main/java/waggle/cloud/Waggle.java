package waggle.cloud;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line, {@code ./waggle}. */
@Command(name = "waggle", description = "Waggle on your machine.")
public final class Waggle {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private Waggle() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** A complaint is one sentence and exit code 1; anything else is a fault of ours and keeps its stack trace. */
    private static CommandLine commandLine() {
        return new CommandLine(new Waggle())
                .addSubcommand(new Up(System.out))
                .addSubcommand(new CommandLine(new Keys()).addSubcommand(new CreateKey(System.out, System.err)))
                .addSubcommand(new Listen(System.out, System.err))
                .addSubcommand(new Trigger(System.out, System.err))
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    if (!(error instanceof Complaint)) {
                        throw error;
                    }
                    command.getErr().println(error.getMessage());
                    return 1;
                });
    }
}
