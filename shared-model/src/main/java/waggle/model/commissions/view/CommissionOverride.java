package waggle.model.commissions.view;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionRuleBuilder;
import waggle.model.commissions.RuleEntry;

/**
 * What one deal pays its partner instead of its rule. The fields are those of a rule.
 *
 * @param entries what is paid, 1 to 10
 * @param currencyCode ISO 4217: needed if there is an amount of money
 * @param holdDays 0 to 366
 * @param payoutCycle at whose end payments are due
 * @param payoutDelayDays 0 to 120
 * @param clawbackDays 0 to 3,660; no end if absent
 */
@Introspected
public record CommissionOverride(
        @NotNull @Size(min = 1, max = RuleEntry.MOST) List<@NotNull @Valid RuleEntry> entries,

        @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        @Nullable @Min(0) @Max(366) Integer holdDays,
        CommissionRule.PayoutCycle payoutCycle,
        @Nullable @Min(0) @Max(120) Integer payoutDelayDays,
        @Nullable @Min(0) @Max(3_660) Integer clawbackDays) {

    public CommissionOverride {
        payoutCycle = Objects.requireNonNullElse(payoutCycle, CommissionRule.PayoutCycle.NONE);
    }

    /** As a rule for the deals of a type of partner. */
    public CommissionRule rule(PartnerType type) {
        return CommissionRuleBuilder.builder()
                .label("Override")
                .partnerType(type)
                .entries(entries)
                .currencyCode(currencyCode)
                .holdDays(holdDays)
                .payoutCycle(payoutCycle)
                .payoutDelayDays(payoutDelayDays)
                .clawbackDays(clawbackDays)
                .build();
    }
}
