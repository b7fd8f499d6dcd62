package waggle.model.lists;

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

    /** In milliseconds, 0000-01-01T00:00:00Z. Stored times are compared as texts, so years have four digits. */
    private static final long EARLIEST = -62_167_219_200_000L;

    /** In milliseconds, 9999-12-31T23:59:59.999Z. */
    private static final long LATEST = 253_402_300_799_999L;

    /** The part of it that is after a time. */
    TimeSpan since(Instant time) {
        return after == null || after.isBefore(time) ? new TimeSpan(time, before) : this;
    }

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
        return Json.time(Instant.ofEpochMilli(Math.clamp(time.toEpochMilli(), EARLIEST, LATEST)));
    }

    boolean isEmpty() {
        return first().compareTo(last()) > 0;
    }
}
