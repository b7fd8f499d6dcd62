package waggle.cloud.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import waggle.cloud.CommandFailure;
import waggle.cloud.environment.Samples;

/** {@code waggle trigger}. */
@Command(
        name = "trigger",
        description = "Writes a sample event, which is delivered to the webhook endpoints.",
        sortOptions = false)
final class Trigger extends CommandWithHelp implements Callable<Integer> {
    @Parameters(paramLabel = "TYPE", description = "event type, like tag.created")
    private String type = "";

    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    @Mixin
    private final KeyOption key = new KeyOption();

    private final PrintStream out;
    private final PrintStream err;

    Trigger(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Prints only the uuid of the event to the standard output, for scripts. */
    @Override
    public Integer call() {
        var sample = Samples.ofThisCheckout().find(type);
        var company = key.orElse(environment::localKey);
        var event = environment
                .run("No event was sent", found -> found.send(company, sample))
                .orElseThrow(
                        () -> new CommandFailure("No event was sent: the API key is not valid in this environment"));
        err.println("A sample event " + type + " was sent. Its uuid:");
        out.println(event);
        out.flush();
        return 0;
    }
}
