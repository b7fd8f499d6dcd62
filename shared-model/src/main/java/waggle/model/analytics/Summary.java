package waggle.model.analytics;

import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.analytics.Facts.DealFact;
import waggle.model.analytics.Facts.LeadFact;
import waggle.model.analytics.Facts.PaymentFact;

/**
 * The figures of a period, beside those of as many days before it.
 *
 * @param asOf the time of the records that the figures are about
 * @param current the figures of the period
 * @param previous the figures of the days before, with {@code compare=previous}
 */
public record Summary(
        Instant asOf, Figures current, @Nullable Figures previous) {

    /**
     * The figures of a period.
     *
     * @param from the first day
     * @param to the last day
     * @param wonValue the values of the deals that were won in the period
     * @param wonCount the deals that were won in the period
     * @param lostCount the deals that were lost in the period
     * @param winRate the won deals among those won and lost, in per cent; null if there were none
     * @param openCount the deals that were neither won nor lost at the end of the period
     * @param openValue the values of these deals
     * @param leadsCreated the leads that were created in the period
     * @param partnersCreated the partners that were created in the period
     * @param commissionDue the payments with a due date in the period that are not cancelled
     */
    public record Figures(
            LocalDate from,
            LocalDate to,
            List<CurrencyValue> wonValue,
            @Min(0) long wonCount,
            @Min(0) long lostCount,
            @Nullable BigDecimal winRate,
            @Min(0) long openCount,
            List<CurrencyValue> openValue,
            @Min(0) long leadsCreated,
            @Min(0) long partnersCreated,
            List<CurrencyValue> commissionDue) {}

    /** The facts that figures are sums of. */
    record Known(
            List<DealFact> deals, List<LeadFact> leads, List<PaymentFact> payments, Map<String, LocalDate> partners) {

        Figures in(Period period) {
            var tally = new DealTally();
            deals.forEach(deal -> tally.add(deal, period));
            var due = new Money();
            payments.stream()
                    .filter(payment -> period.has(payment.due()) && !payment.isCancelled())
                    .forEach(payment -> due.add(payment.currency(), payment.value()));
            return new Figures(
                    period.from(),
                    period.to(),
                    tally.won.list(),
                    tally.wonCount,
                    tally.lostCount,
                    tally.winRate(),
                    tally.openCount,
                    tally.open.list(),
                    leads.stream().filter(lead -> period.has(lead.created())).count(),
                    partners.values().stream().filter(period::has).count(),
                    due.list());
        }
    }
}
