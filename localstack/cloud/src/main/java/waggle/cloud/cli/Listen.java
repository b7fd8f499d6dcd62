package waggle.cloud.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.cloud.client.ApiClient;
import waggle.cloud.listen.EventFeed;
import waggle.cloud.listen.EventLine;
import waggle.cloud.listen.EventsApi;
import waggle.cloud.listen.Forwarder;
import waggle.cloud.listen.ListenLoop;
import waggle.cloud.listen.LiveHints;
import waggle.cloud.listen.Waiting;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.EventTypes;

/** {@code waggle listen}. */
@Command(
        name = "listen",
        description = "Prints new events, and forwards them to a receiver of yours, until Ctrl-C.",
        sortOptions = false)
final class Listen extends CommandWithHelp implements Callable<Integer> {
    @Option(
            names = "--forward-to",
            paramLabel = "URL",
            description = "POST events to this URL, like http://localhost:3000")
    private @Nullable String receiver;

    @Option(
            names = "--events",
            paramLabel = "PATTERN",
            split = ",",
            defaultValue = "*",
            description = "event types: deal.*,lead.created (default: *)")
    private List<String> patterns = List.of();

    @Option(names = "--poll", description = "read the list of events again and again, without a WebSocket")
    private boolean isPolling;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    private final PrintStream out;
    private final PrintStream err;

    Listen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var selected = patterns.stream().map(Listen::pattern).toList();
        var forwarder = receiver == null ? null : Forwarder.to(receiver);
        var feed = begin();
        out.print(welcome(forwarder));
        out.flush();
        new ListenLoop(selected, forwarder, out, err).listen(feed, waiting());
        return 0;
    }

    private static String pattern(String text) {
        var pattern = text.strip();
        if (!Catalogue.eventTypes().selectsAny(pattern)) {
            throw new CommandFailure("--events " + EventTypes.EXPECTED + "; it was \"" + pattern + "\"");
        }
        return pattern;
    }

    private EventFeed begin() throws InterruptedException {
        try {
            return EventFeed.begin(new EventsApi(api.baseUrl(), api.key(), Thread::sleep));
        } catch (IOException e) {
            throw new CommandFailure(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private Waiting waiting() {
        return isPolling ? Waiting.polling() : new LiveHints(new ApiClient(api.baseUrl(), api.key(), Thread::sleep));
    }

    private String welcome(@Nullable Forwarder forwarder) {
        if (forwarder == null) {
            return "Listening to " + api.baseUrl() + ". Press Ctrl-C to stop.\n\n" + EventLine.title() + "\n";
        }
        return """
                Listening to %s, forwarding to %s. Press Ctrl-C to stop.
                Signing secret: %s

                %s
                """.formatted(api.baseUrl(), forwarder.url(), forwarder.secret(), EventLine.titleWithReply());
    }
}
