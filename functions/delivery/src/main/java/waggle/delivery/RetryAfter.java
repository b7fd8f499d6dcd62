package waggle.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date. */
final class RetryAfter {
    static final String HEADER = "Retry-After";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    private RetryAfter() {}

    /** How long to wait from now, 0 for a date that has passed; empty if the header makes no sense. */
    static Optional<Duration> parse(String header, Instant now) {
        var text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }
}
