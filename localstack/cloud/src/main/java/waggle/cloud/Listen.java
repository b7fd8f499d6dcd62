package waggle.cloud;

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
import waggle.model.ResourceGroup;
import waggle.model.events.EventTypes;
import waggle.model.keys.KeySecret;

/** {@code waggle listen}. */
@Command(
        name = "listen",
        description = "Prints events as they happen, and forwards them to a receiver of yours, until Ctrl-C.",
        sortOptions = false)
final class Listen implements Callable<Integer> {
    @Option(
            names = "--forward-to",
            paramLabel = "URL",
            description = "where to POST each event, signed as webhooks are: http://localhost:3000/hook")
    private @Nullable String receiver;

    @Option(
            names = "--events",
            paramLabel = "PATTERN",
            split = ",",
            defaultValue = "*",
            description = "which events: deal.*,lead.created (default: *)")
    private List<String> patterns = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "base URL of a Waggle (default: that of the local waggle)")
    private @Nullable String url;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "of the local waggle (default: 8080)")
    private int port;

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

    Listen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var wanted = patterns.stream().map(Listen::pattern).toList();
        var forwarding = receiver == null ? null : Forwarding.to(receiver);
        var feed = begin();
        out.print(welcome(forwarding));
        out.flush();
        new Listening(wanted, forwarding, out, err).listen(feed);
        return 0;
    }

    private static String pattern(String text) {
        var pattern = text.strip();
        if (!EventTypes.isKnown(pattern)) {
            throw new Complaint("--events " + EventTypes.EXPECTED + "; \"" + pattern + "\" is none of them");
        }
        return pattern;
    }

    private EventFeed begin() throws InterruptedException {
        try {
            return EventFeed.begin(new EventsApi(baseUrl(), key.orElse(this::localKey), Thread::sleep));
        } catch (IOException e) {
            throw new Complaint(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    /** It goes to no other address than the local one. */
    private Optional<KeySecret> localKey() {
        return url == null ? RunningCloud.key(port) : Optional.empty();
    }

    private URI baseUrl() {
        var text = url == null ? "http://localhost:" + port + ResourceGroup.BASE : url;
        return EventsApi.baseUrl(text)
                .orElseThrow(() -> new Complaint(text + " is no base URL; one is like https://api.example.com/v1"));
    }

    private String welcome(@Nullable Forwarding forwarding) {
        if (forwarding == null) {
            return "Listening to " + baseUrl() + ". Ctrl-C ends it.\n\n" + EventLine.title() + "\n";
        }
        return """
                Listening to %s, forwarding to %s. Ctrl-C ends it.
                Signing secret: %s

                %s
                """.formatted(baseUrl(), forwarding.url(), forwarding.secret(), EventLine.titleWithAnswer());
    }
}
