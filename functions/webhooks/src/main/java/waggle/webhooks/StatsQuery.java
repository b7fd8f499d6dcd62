package waggle.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.webhooks.EndpointStats;

/**
 * The parameters of the figures of an endpoint.
 *
 * @param hours up to the present one; 24 if absent
 */
record StatsQuery(@Min(1) @Max(EndpointStats.MOST_HOURS) int hours) {
    private static final long A_DAY = 24;

    static StatsQuery read(Query query) {
        var parameters = new Parameters(query);
        var hours = parameters.number("hours", EndpointStats.MOST_HOURS).orElse(A_DAY);
        parameters.finish();
        return new StatsQuery(hours.intValue());
    }
}
