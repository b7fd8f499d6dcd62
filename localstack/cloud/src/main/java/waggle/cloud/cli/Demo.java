package waggle.cloud.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.cloud.demo.DemoCompany;
import waggle.cloud.demo.DemoSize;
import waggle.cloud.demo.Surroundings;

/** {@code waggle demo}. */
@Command(
        name = "demo",
        description = "Fills a company with partners, contacts, leads, deals and notes over 18 months, through the API."
                + " A run continues where the one before was stopped, and one more changes nothing.",
        sortOptions = false)
final class Demo extends CommandWithHelp implements Callable<Integer> {
    static final long SEED = 1;

    /** Leaves requests of the usage plan to the user. */
    private static final int RATE = 90;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "the same number gives the same records (default: " + SEED + ")")
    private long seed;

    @Option(
            names = "--partners",
            paramLabel = "N",
            defaultValue = "" + DemoSize.DEFAULT,
            description = "partners; the other records are in proportion (default: " + DemoSize.DEFAULT + ")")
    private int partners;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "" + RATE,
            description = "requests per minute (default: " + RATE + ")")
    private int rate;

    private final PrintStream out;
    private final PrintStream err;

    Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        require(rate >= 1, "--rate must be at least 1; it was " + rate);
        require(
                partners >= 1 && partners <= DemoSize.MOST,
                "--partners must be from 1 to " + DemoSize.MOST + "; it was " + partners);
        var size = new DemoSize(partners);
        out.println(summary(
                new DemoCompany(api.baseUrl(), api.key(), rate, seed, size, Surroundings.NONE, err::println).fill()));
        return 0;
    }

    static String summary(DemoCompany.Filled filled) {
        return filled.writes() == 0
                ? "The company has the demo already; nothing was changed."
                : "The demo is complete: %d requests, %d of them writes.".formatted(filled.requests(), filled.writes());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new CommandFailure(message);
        }
    }
}
