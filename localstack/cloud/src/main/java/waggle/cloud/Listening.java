package waggle.cloud;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.store.Entity;

/** Prints a line for each event, one after another, and forwards it before. */
final class Listening {
    /** Of the 100 requests a minute that a key has, these are 40. */
    private static final Duration INTERVAL = Duration.ofMillis(1_500);

    private final List<String> patterns;
    private final @Nullable Forwarding forwarding;
    private final PrintStream out;
    private final PrintStream err;
    private boolean answers = true;

    Listening(List<String> patterns, @Nullable Forwarding forwarding, PrintStream out, PrintStream err) {
        this.patterns = patterns;
        this.forwarding = forwarding;
        this.out = out;
        this.err = err;
    }

    void listen(EventFeed feed) throws InterruptedException {
        while (true) {
            for (var event : next(feed)) {
                if (isWanted(event.value().type())) {
                    show(event);
                }
            }
            Thread.sleep(INTERVAL);
        }
    }

    /** While the API does not answer it is asked again, and that is said once. */
    private Collection<Entity<Event>> next(EventFeed feed) throws InterruptedException {
        try {
            var events = feed.next();
            answers = true;
            return events;
        } catch (IOException e) {
            if (answers) {
                err.println(e.getMessage() + "; still listening");
            }
            answers = false;
            return List.of();
        }
    }

    private boolean isWanted(String type) {
        return patterns.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    private void show(Entity<Event> event) {
        out.println(forwarding == null ? EventLine.of(event) : EventLine.of(event, forwarding.send(event)));
        out.flush();
    }
}
