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

    /** Stored times are compared as texts, so years have four digits. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    boolean contains(long millisecond) {
        return (after == null || millisecond > after.toEpochMilli())
                && (before == null || millisecond < before.toEpochMilli());
    }

    /** The first stored time within, as DynamoDB compares texts. */
    String first() {
        return after == null ? "0" : text(after.plusMillis(1));
    }

    /** The last stored time within. */
    String last() {
        return before == null ? "9999" + "z" : text(before.minusMillis(1));
    }

    private static String text(Instant time) {
        return Json.time(time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time);
    }

    boolean isEmpty() {
        return first().compareTo(last()) > 0;
    }
}
