package waggle.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Query;

/**
 * The parameters of a funnel.
 *
 * @param from the first day, in the company's time zone; the 29th before the last one if absent
 * @param to the last day; today if absent
 */
record FunnelQuery(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Days read(Query query) {
        var parameters = new Parameters(query);
        var days = Days.read(parameters);
        parameters.finish();
        return days;
    }
}
