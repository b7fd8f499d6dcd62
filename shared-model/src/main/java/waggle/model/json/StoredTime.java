package waggle.model.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads times in the one form in which they are stored, {@code 2026-11-22T08:15:30.123Z}. Every record that is read has two,
 * and {@link Instant#parse} takes several times as long for each.
 */
public final class StoredTime {
    private static final int LENGTH = 24;
    private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private StoredTime() {}

    /** Reads a time that {@link Json#time} wrote. */
    public static Instant parse(String text) {
        if (text.length() != LENGTH || text.charAt(LENGTH - 1) != 'Z') {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * NANOSECONDS_PER_MILLISECOND)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
