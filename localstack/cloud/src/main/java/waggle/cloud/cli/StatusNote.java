package waggle.cloud.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import waggle.cloud.CommandFailure;
import waggle.model.WaggleException;
import waggle.model.status.Component;

/** {@code waggle status note}. */
@Command(
        name = "note",
        description = "Adds a text to the open incidents of the status page, which everyone can read.",
        sortOptions = false)
final class StatusNote extends CommandWithHelp implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "1 to 500 characters, like \"We have found the cause and mend it\"")
    private String text = "";

    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    private final PrintStream out;

    StatusNote(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var components = environment.run("The text was not added", found -> {
            try {
                return found.note(text);
            } catch (WaggleException e) {
                throw new CommandFailure(e.getMessage(), e);
            }
        });
        out.printf(
                "Added to: %s. The page shows it within a minute.%n",
                components.stream().map(Component::title).collect(Collectors.joining("; ")));
        out.flush();
        return 0;
    }
}
