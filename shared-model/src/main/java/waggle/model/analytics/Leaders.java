package waggle.model.analytics;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;

/**
 * Partners in the order of a figure. It has the partners with a deal, a lead or a payment in the period.
 *
 * @param asOf the time of the records that the figures are about
 * @param data at most {@code meta.page-size} partners
 * @param meta the position of the page in the list
 */
public record Leaders(
        Instant asOf, @Size(max = PageRequest.MAXIMUM_SIZE) List<Leader> data, Page.Meta meta) {

    /** The figures of one partner while records are counted. */
    static final class Tally {
        final DealTally deals = new DealTally();
        final Money due = new Money();
        final Money paid = new Money();
        private final String uuid;
        private long leads;
        private long converted;

        private Tally(String uuid) {
            this.uuid = uuid;
        }

        String uuid() {
            return uuid;
        }

        private void add(Facts.LeadFact lead) {
            leads++;
            converted += lead.isConverted() ? 1 : 0;
        }

        private void add(Facts.PaymentFact payment) {
            (payment.isCompleted() ? paid : due).add(payment.currency(), payment.value());
        }

        @Nullable
        BigDecimal conversionRate() {
            return Money.percent(converted, leads);
        }

        Leader named(String name) {
            return new Leader(
                    UUID.fromString(uuid),
                    name,
                    deals.won.list(),
                    deals.wonCount,
                    deals.open.list(),
                    deals.openCount,
                    deals.winRate(),
                    conversionRate(),
                    due.list(),
                    paid.list());
        }
    }

    /** Counts what concerns a period, by the partners that still exist. */
    static List<Tally> tallies(Summary.Known known, Period period) {
        var tallies = new HashMap<String, Tally>();
        known.deals().stream()
                .filter(deal -> period.has(deal.closed()) || deal.isOpenAfter(period.to()))
                .forEach(deal -> of(deal.partner(), known, tallies, tally -> tally.deals.add(deal, period)));
        known.leads().stream()
                .filter(lead -> period.has(lead.created()))
                .forEach(lead -> of(lead.partner(), known, tallies, tally -> tally.add(lead)));
        known.payments().stream()
                .filter(payment -> period.has(payment.due()) && !payment.isCancelled())
                .forEach(payment -> of(payment.partner(), known, tallies, tally -> tally.add(payment)));
        return List.copyOf(tallies.values());
    }

    private static void of(
            @Nullable String partner, Summary.Known known, Map<String, Tally> tallies, Consumer<Tally> step) {
        Facts.known(partner, known.partners())
                .ifPresent(uuid -> step.accept(tallies.computeIfAbsent(uuid, Tally::new)));
    }
}
