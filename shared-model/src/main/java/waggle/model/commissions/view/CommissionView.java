package waggle.model.commissions.view;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.Part;
import waggle.model.commissions.facts.Recipient;

/**
 * The commission of a deal: what was made, what is planned, and why (docs/commissions.md, "The commission of a deal").
 *
 * @param ruleUuid the rule of the deal; null if no rule fits, or if the deal overrides its rule
 * @param ruleVersion the version of the rule, or of the override
 * @param overridden whether the commission was set for this deal
 * @param currencyCode ISO 4217
 * @param totalCommissionValue the sum of the payments that are not cancelled, adjustments included
 * @param openEnded whether payments go on as long as the deal is won
 * @param occurrences what is owed, in the order of entries and occurrences: of payments without an end, those that have
 *     accrued and the next 12
 * @param explanation sentences that a partner can read
 */
@Introspected
public record CommissionView(
        @Nullable UUID ruleUuid,
        @Nullable Integer ruleVersion,
        boolean overridden,
        @Size(min = 3, max = 3) String currencyCode,
        BigDecimal totalCommissionValue,
        boolean openEnded,
        @Size(max = CommissionView.MOST) List<Occurrence> occurrences,
        @Size(max = 100) List<@Size(max = 500) String> explanation) {
    /** The most occurrences of one reply. */
    public static final int MOST = 10_000;

    /**
     * One payment, made or planned.
     *
     * @param number of the occurrence within the entry, from 1
     * @param entry of the rule, from 1
     * @param bonus whether a bonus rule pays it
     * @param recipientUuid null while nobody was named
     * @param accruesOn the day on which it is earned
     * @param value in the deal's currency
     * @param paymentUuid the payment, if it was made
     */
    @Introspected
    public record Occurrence(
            int number,
            int entry,
            Part.Type part,
            boolean bonus,
            Recipient.Type recipientType,
            @Nullable UUID recipientUuid,
            LocalDate accruesOn,
            LocalDate dueDate,
            BigDecimal value,
            Status status,
            @Nullable UUID paymentUuid) {}

    /** Whether a payment was made. */
    public enum Status {
        PLANNED,
        MADE
    }
}
