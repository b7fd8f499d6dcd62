package waggle.model.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The length of the points of a series. Weeks begin on Monday. */
public enum Interval {
    DAY,
    WEEK,
    MONTH;

    /** The name in a request: {@code week}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** The first days of the intervals that have a day of a period. */
    public List<LocalDate> starts(Period period) {
        var starts = new ArrayList<LocalDate>();
        for (var start = start(period.from()); !start.isAfter(period.to()); start = next(start)) {
            starts.add(start);
        }
        return starts;
    }
}
