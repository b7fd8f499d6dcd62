package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import waggle.model.commissions.Volume;

/**
 * The deals that a partner sold under one rule and in one currency, the deal in question among them (docs/commissions.md,
 * "Volumes").
 */
public record Sales(List<Sale> all) {
    /** No deals, for a rule without a volume. */
    public static final Sales NONE = new Sales(List.of());

    private static final Comparator<Sale> ORDER = Comparator.comparing(Sale::closedAt)
            .thenComparing(sale -> sale.deal().toString());

    /**
     * One deal that is won.
     *
     * @param closedOn the day of the closing in the deal's time zone
     * @param value 0 of a deal without a value
     */
    public record Sale(UUID deal, Instant closedAt, LocalDate closedOn, BigDecimal value) {}

    /** The level up to and with a deal. */
    BigDecimal upTo(UUID deal, Volume volume) {
        var own = own(deal);
        return level(own, volume, other -> ORDER.compare(other, own) <= 0);
    }

    /** The level before a deal. */
    BigDecimal before(UUID deal, Volume volume) {
        var own = own(deal);
        return level(own, volume, other -> ORDER.compare(other, own) < 0);
    }

    /** The level of the whole period of a deal. */
    BigDecimal whole(UUID deal, Volume volume) {
        return level(own(deal), volume, other -> true);
    }

    private Sale own(UUID deal) {
        return all.stream().filter(sale -> sale.deal().equals(deal)).findFirst().orElseThrow();
    }

    private BigDecimal level(Sale own, Volume volume, Predicate<Sale> counted) {
        var period = volume.period().start(own.closedOn());
        return all.stream()
                .filter(sale -> volume.period().start(sale.closedOn()).equals(period))
                .filter(counted)
                .map(sale -> volume.measure() == Volume.Measure.DEAL_COUNT ? BigDecimal.ONE : sale.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
