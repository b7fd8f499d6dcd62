package waggle.model.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some days, both ends included.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {
    /** The most days of a period: some ten years. */
    public static final int MOST_DAYS = 3_660;

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean has(@Nullable LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** As many days, right before these. */
    Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }
}
