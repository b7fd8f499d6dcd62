package waggle.cloud.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import waggle.cloud.CommandFailure;

/** The command line {@code ./waggle}. */
@Command(name = "waggle", description = "Runs Waggle on this machine, and works with its environments.")
public final class Waggle extends CommandWithHelp {
    private Waggle() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Prints the message of a {@link CommandFailure} and returns exit code 1. Other exceptions keep their stack trace. */
    private static CommandLine commandLine() {
        return new CommandLine(new Waggle())
                .addSubcommand(new Up(System.out))
                .addSubcommand(new CommandLine(new Keys())
                        .addSubcommand(new CreateKey(System.out, System.err))
                        .addSubcommand(new RefillKeys(System.out)))
                .addSubcommand(new Migrate(System.out, System.err))
                .addSubcommand(new CommandLine(new StatusPage()).addSubcommand(new StatusNote(System.out)))
                .addSubcommand(new Demo(System.out, System.err))
                .addSubcommand(new Listen(System.out, System.err))
                .addSubcommand(new Trigger(System.out, System.err))
                .addSubcommand(new Replay(System.out))
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    if (!(error instanceof CommandFailure)) {
                        throw error;
                    }
                    command.getErr().println(error.getMessage());
                    return 1;
                });
    }
}
