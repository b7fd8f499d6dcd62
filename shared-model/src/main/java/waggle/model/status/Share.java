package waggle.model.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The minutes of a period.
 *
 * @param expected those from the first heartbeat of all
 * @param measured those with a heartbeat
 * @param failed those in which the component failed, and those without a heartbeat
 */
public record Share(long expected, long measured, long failed) {
    private static final int DIGITS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** The share of minutes that did not fail, in percent, rounded down; empty without data. */
    public Optional<BigDecimal> uptime() {
        return expected == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(expected - failed)
                        .multiply(PERCENT)
                        .divide(BigDecimal.valueOf(expected), DIGITS, RoundingMode.DOWN));
    }

    Share plus(Share other) {
        return new Share(expected + other.expected, measured + other.measured, failed + other.failed);
    }
}
