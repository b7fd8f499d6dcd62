package waggle.model.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;

/**
 * The milliseconds between two times, both excluded.
 *
 * @param after null for no lower bound
 * @param before null for no upper bound
 */
public record TimeSpan(@Nullable Instant after, @Nullable Instant before) {
    public static final TimeSpan ALWAYS = new TimeSpan(null, null);

    /** 0000-01-01T00:00:00Z in epoch milliseconds. Stored times are compared as texts, so years have four digits. */
    private static final long EARLIEST = -62_167_219_200_000L;

    /** 9999-12-31T23:59:59.999Z in epoch milliseconds. */
    private static final long LATEST = 253_402_300_799_999L;

    /** The part of the span after a time. */
    TimeSpan since(Instant time) {
        return after == null || after.isBefore(time) ? new TimeSpan(time, before) : this;
    }

    public boolean contains(long millisecond) {
        return (after == null || millisecond > after.toEpochMilli())
                && (before == null || millisecond < before.toEpochMilli());
    }

    /** A text not above the first stored time in the span. */
    String first() {
        return after == null ? "0" : text(after.plusMillis(1));
    }

    /** A text not below the last stored time in the span. */
    String last() {
        return before == null ? "9999" + "z" : text(before.minusMillis(1));
    }

    /** Whether a record was created in the span. */
    boolean includes(StoredFacets facets) {
        return first().compareTo(facets.created()) <= 0 && facets.created().compareTo(last()) <= 0;
    }

    private static String text(Instant time) {
        return Json.time(Instant.ofEpochMilli(Math.clamp(time.toEpochMilli(), EARLIEST, LATEST)));
    }

    boolean isEmpty() {
        return first().compareTo(last()) > 0;
    }
}
