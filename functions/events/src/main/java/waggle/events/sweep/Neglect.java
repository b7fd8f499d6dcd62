package waggle.events.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waggle.events.sweep.DueFeed.Due;
import waggle.events.sweep.DueItems.Endpoint;

/**
 * Tells endpoints that get no attempts from endpoints whose receivers are slow. The oldest due delivery of an endpoint is the
 * first to be sent, and each attempt ends it or moves it. As long as it changes, deliveries wait for the receiver and not for
 * Waggle. A process that has just started knows no endpoint that is neglected.
 */
final class Neglect {
    /** Twice the time that an attempt takes at most. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    private static final Comparator<Due> OLDEST =
            Comparator.comparing(Due::at).thenComparing(due -> due.task().event());

    private Map<Endpoint, Seen> seen = Map.of();

    private record Seen(Due oldest, Instant since) {}

    /** Returns the time from which the oldest delivery is due that no attempt changes; empty if there is none. */
    synchronized Optional<Instant> oldest(Map<Endpoint, List<Due>> due, Instant now) {
        var current = new HashMap<Endpoint, Seen>();
        due.forEach((endpoint, all) -> all.stream().min(OLDEST).ifPresent(oldest -> {
            var before = seen.get(endpoint);
            current.put(endpoint, before != null && before.oldest().equals(oldest) ? before : new Seen(oldest, now));
        }));
        seen = current;
        return current.values().stream()
                .filter(one -> !one.since().plus(ATTEMPT).isAfter(now))
                .map(one -> one.oldest().at())
                .min(Comparator.naturalOrder());
    }
}
