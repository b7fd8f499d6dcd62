package waggle.cloud;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code waggle trigger}. */
@Command(
        name = "trigger",
        description = "Sends a sample event on its way to the endpoints.",
        sortOptions = false,
        showDefaultValues = true)
final class Trigger implements Callable<Integer> {
    @Parameters(paramLabel = "TYPE", description = "the type of the event, like tag.created")
    private String type = "";

    @Mixin
    private final Where where = new Where();

    @Mixin
    private final KeyOption key = new KeyOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;

    Trigger(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The event's uuid is alone on the standard output, so that a script can take it from there. */
    @Override
    public Integer call() {
        var sample = Samples.ofThisCheckout().find(type);
        var company = key.orElse(where::localKey);
        var event = where.reach("Nothing was sent", environment -> environment.send(company, sample))
                .orElseThrow(() -> new Complaint("Nothing was sent: the API key opens nothing there"));
        err.println("A sample of " + type + " is on its way. This is the event's uuid:");
        out.println(event);
        out.flush();
        return 0;
    }
}
