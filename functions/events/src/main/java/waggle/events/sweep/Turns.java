package waggle.events.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The feeds of a sweep. They take turns, so that neither an endpoint nor a company with many endpoints delays others. */
final class Turns {
    /** Feeds of one company in a round. */
    private static final int PER_COMPANY = 4;

    private final Map<UUID, Deque<Feed>> companies = new LinkedHashMap<>();

    Turns(Collection<? extends Feed> feeds) {
        feeds.forEach(this::putBack);
    }

    boolean isEmpty() {
        return companies.isEmpty();
    }

    /** Takes the feeds of the next round: of each company those whose turn it is. */
    List<Feed> take() {
        var round = new ArrayList<Feed>();
        companies.values().forEach(feeds -> {
            for (var i = 0; i < PER_COMPANY && !feeds.isEmpty(); i++) {
                round.add(feeds.removeFirst());
            }
        });
        companies.values().removeIf(Deque::isEmpty);
        return round;
    }

    /** Puts a feed behind the others of its company. */
    void putBack(Feed feed) {
        companies.computeIfAbsent(feed.company(), any -> new ArrayDeque<>()).addLast(feed);
    }
}
