package waggle.analytics;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Query;

/**
 * The parameters of a summary.
 *
 * @param from the first day, in the company's time zone; the 29th before the last one if absent
 * @param to the last day; today if absent
 * @param compare previous, for the figures of as many days before
 */
record SummaryQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Compare compare) {

    /** What figures are compared with. */
    enum Compare {
        PREVIOUS
    }

    /** What a valid query asks for. */
    record Wanted(Days days, boolean isCompared) {}

    static Wanted read(Query query) {
        var parameters = new Parameters(query);
        var days = Days.read(parameters);
        var compared = parameters.read(
                "compare", "must be previous", text -> Optional.of(text).filter("previous"::equals));
        parameters.finish();
        return new Wanted(days, compared.isPresent());
    }
}
