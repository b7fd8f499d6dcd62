package waggle.model.analytics;

import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.analytics.Facts.DealFact;
import waggle.model.analytics.Facts.LeadFact;

/**
 * How far the leads that were created in a period have come.
 *
 * @param asOf the time of the records that the figures are about
 * @param steps leads, registered, converted and won, in this order
 */
public record Funnel(Instant asOf, List<Step> steps) {
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000L);

    /** The steps of a lead. */
    public enum Name {
        LEADS,
        REGISTERED,
        CONVERTED,
        WON
    }

    /**
     * The leads that have come to a step.
     *
     * @param step the step
     * @param count the number of leads
     * @param rate these leads among all of the funnel, in per cent; null if there are none
     * @param medianDays the days from the creation of the lead to its first deal, or to the first won one, in the middle of
     *     these leads, with one decimal place; null for the other steps and if there are no leads
     */
    public record Step(
            Name step,
            @Min(0) long count,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal medianDays) {}

    static List<Step> steps(List<LeadFact> leads, List<DealFact> deals) {
        var first = new HashMap<String, Long>();
        var won = new HashMap<String, Long>();
        for (var deal : deals) {
            if (deal.lead() != null) {
                first.merge(deal.lead(), deal.createdAt(), Math::min);
                if (deal.isWon() && deal.closedAt() != null) {
                    won.merge(deal.lead(), deal.closedAt(), Math::min);
                }
            }
        }
        var all = leads.size();
        var registered = leads.stream().filter(LeadFact::isRegistered).count();
        var converted = leads.stream().filter(LeadFact::isConverted).toList();
        var closed = leads.stream()
                .filter(lead -> won.containsKey(lead.uuid().toString()))
                .toList();
        return List.of(
                new Step(Name.LEADS, all, Money.percent(all, all), null),
                new Step(Name.REGISTERED, registered, Money.percent(registered, all), null),
                new Step(
                        Name.CONVERTED, converted.size(), Money.percent(converted.size(), all), days(converted, first)),
                new Step(Name.WON, closed.size(), Money.percent(closed.size(), all), days(closed, won)));
    }

    /** A time before the creation of a lead, which clients can write, is the time of its creation. */
    private static @Nullable BigDecimal days(List<LeadFact> leads, Map<String, Long> times) {
        var sorted = leads.stream()
                .flatMap(lead -> Stream.ofNullable(times.get(lead.uuid().toString()))
                        .map(time -> Math.max(0, time - lead.createdAt())))
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return null;
        }
        var middle = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
        return Decimals.plain(
                BigDecimal.valueOf(middle).divide(DAY.multiply(BigDecimal.TWO), 1, RoundingMode.HALF_EVEN));
    }
}
