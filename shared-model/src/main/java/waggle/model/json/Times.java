package waggle.model.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as clients write them (docs/api.md, "Names"). */
public final class Times {
    /** Any time of RFC 3339, as a regular expression. */
    public static final String PATTERN =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})";

    public static final String EXPECTED = "must be a time like 2027-01-01T00:00:00Z";

    private static final Pattern RFC_3339 = Pattern.compile(PATTERN);

    private static final int LAST_YEAR = 9999;

    private Times() {}

    /** The time, to the millisecond; empty if the text is no time of RFC 3339. */
    public static Optional<Instant> read(String text) {
        return RFC_3339.matcher(text).matches() ? parse(text) : Optional.empty();
    }

    /** Whether the year has four digits in UTC, as stored times have, since lists compare them as texts. */
    static boolean isStorable(Instant time) {
        var year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LAST_YEAR;
    }

    private static Optional<Instant> parse(String text) {
        try {
            var time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            return Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
