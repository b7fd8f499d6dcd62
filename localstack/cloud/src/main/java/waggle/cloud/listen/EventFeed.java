package waggle.cloud.listen;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import waggle.model.events.Event;
import waggle.model.records.Entity;

/** Returns every event that is created after the feed begins, once each. */
public final class EventFeed {
    /** An event has the time at which its write began. The timeout of the gateway, 29 s, bounds the duration of a write. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);

    private final EventsApi api;
    private final Map<UUID, Instant> known = new HashMap<>();
    private Instant since;

    private EventFeed(EventsApi api, Instant since) {
        this.api = api;
        this.since = since;
    }

    /** Begins a feed and skips existing events. All times are those of the API, since the clock of this machine may differ. */
    public static EventFeed begin(EventsApi api) throws IOException, InterruptedException {
        var now = api.events(Instant.now(), 1).at();
        var feed = new EventFeed(api, now.minus(LONGEST_WRITE));
        feed.next();
        return feed;
    }

    /**
     * Returns new events in order of creation. If a call fails, the next call returns the same events.
     *
     * @throws IOException if a retry may succeed
     */
    public Collection<Entity<Event>> next() throws IOException, InterruptedException {
        known.values().removeIf(time -> !time.isAfter(since));
        var fresh = new LinkedHashMap<UUID, Entity<Event>>();
        var page = api.events(since, 1);
        var at = page.at();
        for (var number = 2; add(page, fresh) < page.total() && !page.events().isEmpty(); number++) {
            page = api.events(since, number);
        }
        fresh.values().forEach(event -> known.put(event.uuid(), event.createdAt()));
        advance(at.minus(LONGEST_WRITE));
        return sorted(fresh.values());
    }

    /** Adds the new events of a page and returns the number of all known and new events. */
    private int add(EventsPage page, Map<UUID, Entity<Event>> fresh) {
        page.events().stream()
                .filter(event -> !known.containsKey(event.uuid()))
                .forEach(event -> fresh.put(event.uuid(), event));
        return known.size() + fresh.size();
    }

    /** Never moves back, even if clocks of the API differ: forgotten events would be returned again. */
    private void advance(Instant next) {
        if (next.isAfter(since)) {
            since = next;
        }
    }

    private static List<Entity<Event>> sorted(Collection<Entity<Event>> events) {
        return events.stream()
                .sorted(Comparator.comparing(event -> event.uuid().toString()))
                .toList();
    }
}
