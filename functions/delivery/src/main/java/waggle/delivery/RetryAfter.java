package waggle.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110 §10.2.3). */
final class RetryAfter {
    static final String HEADER = "Retry-After";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    private RetryAfter() {}

    /** Returns the wait from now, 0 for a past date; empty if the header is malformed. */
    static Optional<Duration> from(String header, Instant now) {
        var text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }
}
