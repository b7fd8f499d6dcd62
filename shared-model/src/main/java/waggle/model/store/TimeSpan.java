package waggle.model.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;

/**
 * The milliseconds between two others, neither included.
 *
 * @param after open when null
 * @param before open when null
 */
public record TimeSpan(@Nullable Instant after, @Nullable Instant before) {
    public static final TimeSpan ALWAYS = new TimeSpan(null, null);

    boolean contains(long millisecond) {
        return (after == null || millisecond > after.toEpochMilli())
                && (before == null || millisecond < before.toEpochMilli());
    }

    /** The first stored time within, as DynamoDB compares texts. */
    String first() {
        return after == null ? "0" : Json.time(after.plusMillis(1));
    }

    /** The last stored time within. */
    String last() {
        return before == null ? "9999" + "z" : Json.time(before.minusMillis(1));
    }

    boolean isEmpty() {
        return first().compareTo(last()) > 0;
    }
}
