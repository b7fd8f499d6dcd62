package waggle.cloud.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import waggle.model.migration.Progress;

/** {@code waggle migrate}. */
@Command(
        name = "migrate",
        description =
                "Brings the records of earlier releases up to date, after a release with new filters was deployed."
                        + " Requests go on meanwhile. A run continues where the one before was stopped.",
        sortOptions = false)
final class Migrate extends CommandWithHelp implements Callable<Integer> {
    private static final long BETWEEN_LINES = 10_000;

    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    private final PrintStream out;
    private final PrintStream err;
    private long told;

    Migrate(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        var progress = environment.run(
                "The migration stopped; repeat the command to continue", found -> found.migrate(this::tell));
        out.println(line(progress));
        return 0;
    }

    private void tell(Progress progress) {
        if (progress.read() >= told + BETWEEN_LINES) {
            told = progress.read();
            err.println(line(progress));
        }
    }

    private static String line(Progress progress) {
        return "%d records read, %d rewritten".formatted(progress.read(), progress.rewritten());
    }
}
