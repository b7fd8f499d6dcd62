package waggle.analytics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.http.request.Parameters;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.analytics.Period;

/** Reads {@code from} and {@code to}. */
record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** The days of a period whose first day a request does not say. */
    private static final int DEFAULT = 30;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final String EXPECTED = "must be a date from " + FIRST + " on, like 2026-11-22";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static Days read(Parameters parameters) {
        return new Days(parameters.read("from", EXPECTED, Days::date), parameters.read("to", EXPECTED, Days::date));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(text)
                    .filter(date -> DATE.matcher(date).matches())
                    .map(LocalDate::parse)
                    .filter(date -> !date.isBefore(FIRST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The period: up to today, and of 30 days, where the query does not say otherwise.
     *
     * @throws WaggleException if it ends before it begins, or is too long
     */
    Period until(LocalDate today) {
        var last = to.orElse(today);
        var period = new Period(from.orElse(last.minusDays(DEFAULT - 1L)), last);
        if (period.days() < 1) {
            throw invalid("must not be before from, " + period.from());
        }
        if (period.days() > Period.MOST_DAYS) {
            throw invalid("must be at most %s, since a period has at most %,d days"
                    .formatted(period.from().plusDays(Period.MOST_DAYS - 1L), Period.MOST_DAYS));
        }
        return period;
    }

    private static WaggleException invalid(String message) {
        return WaggleException.invalid(List.of(new Fault("to", message)));
    }
}
