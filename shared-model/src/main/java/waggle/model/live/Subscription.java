package waggle.model.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The events that a connection hears.
 *
 * @param id the client's name for the subscription, which every message of it has
 * @param types patterns of event types, like {@code deal.*}
 * @param records only events of these records, or of those below them; empty for all
 * @param full whether a message has the whole record, if it fits
 * @param since the time of the subscription
 * @param isResuming whether events of the past are still being sent; until then no others are
 * @param isBehind whether there was another event while the subscription resumed
 */
public record Subscription(
        String id,
        List<String> types,
        List<UUID> records,
        boolean full,
        Instant since,
        boolean isResuming,
        boolean isBehind) {
    /** Characters of the longest id. */
    public static final int LONGEST_ID = 64;

    /** The most patterns. */
    public static final int MOST_TYPES = 20;

    /** The most records. */
    public static final int MOST_RECORDS = 50;

    public Subscription {
        types = List.copyOf(types);
        records = List.copyOf(records);
    }

    /** A subscription whose events of the past are all sent. */
    public Subscription caughtUp() {
        return new Subscription(id, types, records, full, since, false, false);
    }

    /** A subscription that resumes, and may or may not have missed an event since. */
    public Subscription behind(boolean missed) {
        return new Subscription(id, types, records, full, since, true, missed);
    }
}
