package waggle.cloud.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The 18 months of a demo, which end today.
 *
 * @param today in UTC
 */
record Calendar(LocalDate today) {
    static final int DAYS = 548;
    private static final int LATEST_OPEN = 150;
    private static final int OVERDUE = 12;

    /** A time in office hours, on a day before today. */
    Instant past(int daysAgo, Seeded seeded) {
        return today.minusDays(daysAgo)
                .atTime(LocalTime.of(seeded.between(8, 17), seeded.below(60)))
                .toInstant(ZoneOffset.UTC);
    }

    /** A day on which an open deal may close; some are overdue. */
    LocalDate expected(Seeded seeded) {
        return today.plusDays(seeded.between(-OVERDUE, LATEST_OPEN));
    }

    /** A day on which a closed deal was expected to close. */
    LocalDate expected(Seeded seeded, Instant closed) {
        return closed.atZone(ZoneOffset.UTC).toLocalDate().plusDays(seeded.between(-OVERDUE, OVERDUE));
    }
}
