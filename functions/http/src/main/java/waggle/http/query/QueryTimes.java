package waggle.http.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.model.json.Times;

/** Times in a query: those of bodies, also without seconds, and dates, which mean their start in UTC. */
final class QueryTimes {
    private static final String EXPECTED = "must be a time like 2026-11-22T08:15:30.123Z or a date like 2026-11-22";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MINUTE =
            Pattern.compile("(" + DATE + "[Tt][0-9]{2}:[0-9]{2})([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private QueryTimes() {}

    static Optional<Instant> read(String text) {
        return DATE.matcher(text).matches()
                ? date(text)
                : Times.read(MINUTE.matcher(text).replaceFirst("$1:00$2"));
    }

    /** The message for another text. A plus sign that is not encoded arrives as a space. */
    static String expected(String text) {
        return read(text.replace(' ', '+')).isPresent() ? EXPECTED + "; write + as %2B" : EXPECTED;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
