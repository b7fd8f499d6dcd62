package waggle.cloud.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import waggle.cloud.CommandFailure;
import waggle.cloud.environment.EnvironmentFile;
import waggle.cloud.listen.EventFeed;
import waggle.cloud.listen.EventLine;
import waggle.cloud.listen.EventsApi;
import waggle.cloud.listen.Forwarder;
import waggle.cloud.listen.ListenLoop;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.events.EventTypes;
import waggle.model.keys.KeySecret;

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

    @Option(names = "--url", paramLabel = "URL", description = "base URL of a Waggle API (default: the local Waggle)")
    private @Nullable String url;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of the local Waggle (default: 8080)")
    private int port;

    @Mixin
    private final KeyOption key = new KeyOption();

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
        new ListenLoop(selected, forwarder, out, err).listen(feed);
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
            return EventFeed.begin(new EventsApi(baseUrl(), key.orElse(this::localKey), Thread::sleep));
        } catch (IOException e) {
            throw new CommandFailure(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    /** Empty with {@code --url}, so that the local key is sent to no other address. */
    private Optional<KeySecret> localKey() {
        return url == null ? EnvironmentFile.key(port) : Optional.empty();
    }

    private URI baseUrl() {
        if (url == null) {
            return EventsApi.baseUrl("http://localhost:" + port + ResourceGroup.BASE)
                    .orElseThrow(() -> new CommandFailure("--port must be from 1 to 65535; it was " + port));
        }
        return EventsApi.baseUrl(url)
                .orElseThrow(() -> new CommandFailure(
                        "--url must be a base URL like https://api.example.com/v1; it was \"" + url + "\""));
    }

    private String welcome(@Nullable Forwarder forwarder) {
        if (forwarder == null) {
            return "Listening to " + baseUrl() + ". Press Ctrl-C to stop.\n\n" + EventLine.title() + "\n";
        }
        return """
                Listening to %s, forwarding to %s. Press Ctrl-C to stop.
                Signing secret: %s

                %s
                """.formatted(baseUrl(), forwarder.url(), forwarder.secret(), EventLine.titleWithReply());
    }
}
