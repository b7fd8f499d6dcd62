package waggle.model.payments;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import waggle.model.Decimals;
import waggle.model.deals.PaymentFacets;
import waggle.model.deals.PaymentStatus;
import waggle.model.declaration.Records;

/**
 * What a partner is owed and was paid (docs/api.md, "Payments"). Payments to its contacts and users are not part of it.
 *
 * @param data the sums of each currency, by code
 */
public record Balance(@Size(max = Balance.MOST_CURRENCIES) List<Sums> data) {
    static final int MOST_CURRENCIES = 300;

    /**
     * The sums of the payments in one currency. Adjustments are part of all of them.
     *
     * @param currencyCode ISO 4217
     * @param open payments that are neither completed nor cancelled
     * @param approved the part of {@code open} with the status approved
     * @param held the part of {@code open} that cannot be processed yet
     * @param paid payments that are completed
     */
    public record Sums(
            @Size(min = 3, max = 3) String currencyCode,
            BigDecimal open,
            BigDecimal approved,
            BigDecimal held,
            BigDecimal paid) {

        private static Sums of(String currency, List<PaymentFacets> payments, LocalDate today) {
            return new Sums(
                    currency,
                    sum(payments, payment -> payment.status().isOpen()),
                    sum(payments, payment -> payment.status() == PaymentStatus.APPROVED),
                    sum(payments, payment -> payment.isHeldOn(today)),
                    sum(payments, payment -> payment.status() == PaymentStatus.COMPLETED));
        }

        private static BigDecimal sum(List<PaymentFacets> payments, Predicate<PaymentFacets> which) {
            return Decimals.plain(
                    payments.stream().filter(which).map(PaymentFacets::value).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /**
     * The balance of a partner.
     *
     * @param today in the company's time zone
     */
    public static Balance of(Records records, UUID partner, LocalDate today) {
        var byCurrency = new TreeMap<String, List<PaymentFacets>>();
        PaymentFacets.ofPartner(records, partner).forEach(payment -> byCurrency
                .computeIfAbsent(payment.currencyCode(), any -> new ArrayList<>())
                .add(payment));
        return new Balance(byCurrency.entrySet().stream()
                .map(entry -> Sums.of(entry.getKey(), entry.getValue(), today))
                .toList());
    }
}
