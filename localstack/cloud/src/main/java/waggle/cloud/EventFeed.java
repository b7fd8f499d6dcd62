package waggle.cloud;

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
import waggle.model.store.Entity;

/** What happens from now on, each event given once. */
final class EventFeed {
    /** An event has the time at which its write began, and none goes on for longer: the gateway's limit is 29 s. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);

    private final EventsApi api;
    private final Map<UUID, Instant> known = new HashMap<>();
    private Instant since;

    private EventFeed(EventsApi api, Instant since) {
        this.api = api;
        this.since = since;
    }

    /** Passes over what there is already. Times are those of the API, as this machine's clock may be another. */
    static EventFeed begin(EventsApi api) throws IOException, InterruptedException {
        var now = api.events(Instant.now(), 1).at();
        var feed = new EventFeed(api, now.minus(LONGEST_WRITE));
        feed.next();
        return feed;
    }

    /** What is new since the last time, in its order. After a failure nothing of it is missing the next time. */
    Collection<Entity<Event>> next() throws IOException, InterruptedException {
        known.values().removeIf(time -> !time.isAfter(since));
        var fresh = new LinkedHashMap<UUID, Entity<Event>>();
        var page = api.events(since, 1);
        var at = page.at();
        for (var number = 2; take(page, fresh) < page.total() && !page.events().isEmpty(); number++) {
            page = api.events(since, number);
        }
        fresh.values().forEach(event -> known.put(event.uuid(), event.createdAt()));
        advance(at.minus(LONGEST_WRITE));
        return sorted(fresh.values());
    }

    /** Takes what is not known, and answers how many are then. */
    private int take(EventsPage page, Map<UUID, Entity<Event>> fresh) {
        page.events().stream()
                .filter(event -> !known.containsKey(event.uuid()))
                .forEach(event -> fresh.put(event.uuid(), event));
        return known.size() + fresh.size();
    }

    /** Never back, should the API's clocks differ: what lies before is not known any more, and would seem new. */
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
