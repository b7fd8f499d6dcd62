package waggle.cloud.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;

/** {@code waggle replay}. */
@Command(
        name = "replay",
        description = "Sends the events of a period again to the webhook endpoints of all companies.",
        sortOptions = false)
final class Replay extends CommandWithHelp implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            required = true,
            description = "time of the first event, like 2026-11-22T08:00:00Z")
    private String since = "";

    @Option(names = "--until", paramLabel = "TIME", description = "end of the period (default: now)")
    private @Nullable String until;

    @Mixin
    private final EnvironmentOptions environment = new EnvironmentOptions();

    private final PrintStream out;

    Replay(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var now = Instant.now();
        var from = time("--since", since);
        var to = until == null ? now : time("--until", until);
        if (from.isAfter(now) || to.isBefore(from)) {
            throw new CommandFailure("--since must be in the past, and before --until");
        }
        var endpoints = environment.run("Not all replays were requested", found -> found.replay(from, to));
        out.printf(
                "Requested replays: %d, one for each enabled webhook endpoint. They begin within a minute.%n",
                endpoints);
        out.flush();
        return 0;
    }

    private static Instant time(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailure(option + " must be a time like 2026-11-22T08:00:00Z; it was " + text, e);
        }
    }
}
