package waggle.model.crm.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time range of a poll and how far it is read.
 *
 * @param since lower bound, included; null for a poll of all records
 * @param until upper bound, excluded
 * @param page cursor of the next page; null before the first page and after the last
 * @param done whether all pages are read
 */
public record Window(
        @Nullable Instant since, Instant until, @Nullable String page, boolean done) {

    /** The first window of a connection: all records. */
    public static Window all(Instant now) {
        return new Window(null, now, null, false);
    }

    /**
     * The window to read now: the rest of this one, or the one after it. Windows overlap, since a CRM may make a change readable
     * after later ones. A record that is read twice is written once, for its second look finds both sides equal.
     *
     * @param lag the youngest changes that are left to the next window; zero for a poll that is to be quick
     * @param overlap how far the window reaches back into the one before
     */
    public Window next(Instant now, Duration lag, Duration overlap) {
        if (!done) {
            return this;
        }
        var end = now.minus(lag);
        return new Window(until.minus(overlap), end.isAfter(until) ? end : until, null, false);
    }

    Window after(@Nullable String next) {
        return new Window(since, until, next, next == null);
    }
}
