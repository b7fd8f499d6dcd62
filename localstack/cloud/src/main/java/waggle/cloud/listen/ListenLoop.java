package waggle.cloud.listen;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.records.Entity;

/** Reads a feed again and again, forwards each event and prints a line for it, one event after another. */
public final class ListenLoop {
    private final List<String> patterns;
    private final @Nullable Forwarder forwarder;
    private final PrintStream out;
    private final PrintStream err;
    private boolean reachable = true;

    public ListenLoop(List<String> patterns, @Nullable Forwarder forwarder, PrintStream out, PrintStream err) {
        this.patterns = patterns;
        this.forwarder = forwarder;
        this.out = out;
        this.err = err;
    }

    public void listen(EventFeed feed, Waiting waiting) throws InterruptedException {
        while (true) {
            for (var event : next(feed)) {
                if (isSelected(event.value().type())) {
                    print(event);
                }
            }
            waiting.untilNext();
        }
    }

    /** Prints the first of several failures in a row, and retries. */
    private Collection<Entity<Event>> next(EventFeed feed) throws InterruptedException {
        try {
            var events = feed.next();
            reachable = true;
            return events;
        } catch (IOException e) {
            if (reachable) {
                err.println(e.getMessage() + "; retrying");
            }
            reachable = false;
            return List.of();
        }
    }

    private boolean isSelected(String type) {
        return patterns.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    private void print(Entity<Event> event) {
        out.println(forwarder == null ? EventLine.of(event) : EventLine.of(event, forwarder.send(event)));
        out.flush();
    }
}
