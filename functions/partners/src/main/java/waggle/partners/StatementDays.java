package waggle.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.payments.Statement;

/**
 * The days of a statement, and a page of its lines.
 *
 * @param from the first day, in the company's time zone
 * @param to the last day, at most 399 days after the first one
 * @param page the number of the page, from 1; 1 if absent
 * @param pageSize the most lines of a page, in all currencies together; 1,000 if absent
 */
record StatementDays(
        @NotNull LocalDate from,
        @NotNull LocalDate to,

        @Min(1) @Max(PageRequest.MAXIMUM_PAGE) long page,

        @JsonProperty("pageSize") @Min(1) @Max(Statement.MOST_LINES)
        int pageSize) {
    private static final int MOST = 400;
    private static final String EXPECTED = "must be a date like 2026-11-22";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** @throws WaggleException with a fault for each parameter that is missing or invalid */
    static StatementDays read(Query query) {
        var parameters = new Parameters(query);
        var from = parameters.read("from", EXPECTED, StatementDays::date);
        var to = parameters.read("to", EXPECTED, StatementDays::date);
        var page = parameters.number("page", PageRequest.MAXIMUM_PAGE);
        var pageSize = parameters.number("pageSize", Statement.MOST_LINES);
        parameters.finish();
        var faults = new ArrayList<Fault>();
        if (from.isEmpty()) {
            faults.add(new Fault("from", "is required; it " + EXPECTED));
        }
        if (to.isEmpty()) {
            faults.add(new Fault("to", "is required; it " + EXPECTED));
        }
        if (from.isPresent() && to.isPresent()) {
            var days = ChronoUnit.DAYS.between(from.get(), to.get());
            if (days < 0) {
                faults.add(new Fault("to", "must not be before from, " + from.get()));
            } else if (days >= MOST) {
                faults.add(new Fault(
                        "to",
                        "must be at most %s, since a statement covers at most %d days"
                                .formatted(from.get().plusDays(MOST - 1), MOST)));
            }
        }
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(List.copyOf(faults));
        }
        return new StatementDays(
                from.orElseThrow(), to.orElseThrow(), page.orElse(1L), Math.toIntExact(pageSize.orElse((long)
                        Statement.MOST_LINES)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(text)
                    .filter(date -> DATE.matcher(date).matches())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
