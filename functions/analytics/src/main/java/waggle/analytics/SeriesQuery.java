package waggle.analytics;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.analytics.Interval;
import waggle.model.analytics.Metric;
import waggle.model.analytics.Period;
import waggle.model.analytics.Series;

/**
 * The parameters of a series.
 *
 * @param metrics some of won_value, won_count, lost_count, leads_created, deals_created, partners_created and commission_due,
 *     with commas between
 * @param interval the length of a point; a day if absent; weeks begin on Monday
 * @param from the first day, in the company's time zone; the 29th before the last one if absent
 * @param to the last day; today if absent
 * @param partnerUuid only records of this partner
 * @param currencyCode the currency of the sums; the company's if absent
 */
record SeriesQuery(
        @NotNull @Size(min = 1, max = Limits.PARAMETER_CHARACTERS) @Pattern(regexp = SeriesQuery.METRICS)
        String metrics,

        @Nullable Interval interval,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID partnerUuid,
        @Nullable @Pattern(regexp = Formats.CURRENCY) String currencyCode) {
    private static final String NAMES =
            "(won_value|won_count|lost_count|leads_created|deals_created|partners_created|commission_due)";
    static final String METRICS = NAMES + "(," + NAMES + ")*";

    private static final String METRICS_EXPECTED = "must be a list of "
            + Stream.of(Metric.values()).map(Metric::id).collect(Collectors.joining(", "))
            + ", each once, like metrics=won_value,leads_created";
    private static final String INTERVAL_EXPECTED =
            "must be " + Stream.of(Interval.values()).map(Interval::id).collect(Collectors.joining(" or "));

    /** What a valid query asks for. */
    record Wanted(
            Set<Metric> metrics,
            Interval interval,
            Days days,
            @Nullable UUID partner,
            @Nullable String currency) {

        /** @throws WaggleException if the period has more points than a series has */
        Period until(LocalDate today) {
            var period = days.until(today);
            if (interval.starts(period).size() > Series.MOST_POINTS) {
                throw WaggleException.invalid(List.of(new Fault(
                        "to",
                        "is too far from from: a series has at most %d points, so use a shorter period or interval=month"
                                .formatted(Series.MOST_POINTS))));
            }
            return period;
        }
    }

    /** @throws WaggleException with a fault for each parameter that is missing or invalid */
    static Wanted read(Query query) {
        var parameters = new Parameters(query);
        var metrics = parameters.readList("metrics", METRICS_EXPECTED, SeriesQuery::metrics);
        var interval = parameters.read("interval", INTERVAL_EXPECTED, SeriesQuery::interval);
        var days = Days.read(parameters);
        var partner = parameters.read("partner_uuid", "must be a uuid", Uuids::parse);
        var currency = parameters.read("currency_code", Formats.CURRENCY_EXPECTED, text -> Optional.of(text)
                .filter(code -> code.matches(Formats.CURRENCY)
                        && Formats.currency("currency_code", code).isEmpty()));
        parameters.finish();
        return new Wanted(
                metrics.orElseThrow(() ->
                        WaggleException.invalid(List.of(new Fault("metrics", "is required; it " + METRICS_EXPECTED)))),
                interval.orElse(Interval.DAY),
                days,
                partner.orElse(null),
                currency.orElse(null));
    }

    private static Optional<Set<Metric>> metrics(List<String> names) {
        var metrics = EnumSet.noneOf(Metric.class);
        Arrays.stream(Metric.values())
                .filter(metric -> names.contains(metric.id()))
                .forEach(metrics::add);
        return metrics.size() == names.size() ? Optional.of(metrics) : Optional.empty();
    }

    private static Optional<Interval> interval(String text) {
        return Arrays.stream(Interval.values())
                .filter(interval -> interval.id().equals(text))
                .findFirst();
    }
}
