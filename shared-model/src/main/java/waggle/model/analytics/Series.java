package waggle.model.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;

/**
 * Figures over time.
 *
 * @param asOf the time of the records that the figures are about
 * @param interval the length of a point
 * @param currencyCode the currency of the sums; values in other currencies are left out
 * @param points in the order of time, those without records included
 */
public record Series(
        Instant asOf,
        Interval interval,
        String currencyCode,
        @Size(max = Series.MOST_POINTS) List<Point> points) {
    /** The most points of a series. */
    public static final int MOST_POINTS = 400;

    /**
     * The figures of one interval: those that the request names.
     *
     * @param start the first day of the interval; only days of the period count
     * @param wonValue the values of the deals that were won
     * @param wonCount the deals that were won
     * @param lostCount the deals that were lost
     * @param leadsCreated the leads that were created
     * @param dealsCreated the deals that were created
     * @param partnersCreated the partners that were created
     * @param commissionDue the payments with a due date in the interval that are not cancelled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            LocalDate start,
            @Nullable BigDecimal wonValue,
            @Nullable BigDecimal wonCount,
            @Nullable BigDecimal lostCount,
            @Nullable BigDecimal leadsCreated,
            @Nullable BigDecimal dealsCreated,
            @Nullable BigDecimal partnersCreated,
            @Nullable BigDecimal commissionDue) {}

    /** The points of a series while records are counted. */
    static final class Counting {
        private final Period period;
        private final Interval interval;
        private final Map<LocalDate, Map<Metric, BigDecimal>> points = new LinkedHashMap<>();

        Counting(Period period, Interval interval, Set<Metric> metrics) {
            this.period = period;
            this.interval = interval;
            interval.starts(period).forEach(start -> {
                var zeros = new EnumMap<Metric, BigDecimal>(Metric.class);
                metrics.forEach(metric -> zeros.put(metric, BigDecimal.ZERO));
                points.put(start, zeros);
            });
        }

        void add(Metric metric, @Nullable LocalDate day, @Nullable BigDecimal amount) {
            if (day == null || amount == null || !period.has(day)) {
                return;
            }
            var point = points.get(interval.start(day));
            if (point != null) {
                point.computeIfPresent(metric, (name, before) -> before.add(amount));
            }
        }

        List<Point> points() {
            return points.entrySet().stream()
                    .map(point -> new Point(
                            point.getKey(),
                            value(point.getValue(), Metric.WON_VALUE),
                            value(point.getValue(), Metric.WON_COUNT),
                            value(point.getValue(), Metric.LOST_COUNT),
                            value(point.getValue(), Metric.LEADS_CREATED),
                            value(point.getValue(), Metric.DEALS_CREATED),
                            value(point.getValue(), Metric.PARTNERS_CREATED),
                            value(point.getValue(), Metric.COMMISSION_DUE)))
                    .toList();
        }

        private static @Nullable BigDecimal value(Map<Metric, BigDecimal> point, Metric metric) {
            var value = point.get(metric);
            return value == null ? null : Decimals.plain(value);
        }
    }
}
