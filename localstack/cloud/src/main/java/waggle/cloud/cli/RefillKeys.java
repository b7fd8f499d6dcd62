package waggle.cloud.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waggle keys refill}. */
@Command(
        name = "refill",
        description = "Adds the API keys of all companies to the usage plan, for example after the table was restored."
                + " Keys in the plan keep their counts. The command can be repeated.",
        sortOptions = false)
final class RefillKeys extends CommandWithHelp implements Callable<Integer> {
    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    private final PrintStream out;

    RefillKeys(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var refill = environment.run(
                "The usage plan does not have all keys yet; repeat the command to continue", found -> found.refill());
        out.printf("The usage plan has all %d API keys; %d were missing.%n", refill.keys(), refill.missing());
        return 0;
    }
}
