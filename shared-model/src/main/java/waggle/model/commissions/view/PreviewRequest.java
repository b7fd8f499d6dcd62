package waggle.model.commissions.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.Values;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.customfields.CustomFieldValues;

/**
 * A calculation without writing: of a stored deal or of one that is described, as if it was won now.
 *
 * @param deal a deal
 * @param dealUuid a stored deal
 * @param rule a rule that is tried in the place of all rules
 */
@Introspected
public record PreviewRequest(
        @Nullable @Valid PreviewDeal deal,
        @Nullable UUID dealUuid,
        @Nullable @Valid CommissionRule rule) {

    /**
     * What matters of a deal.
     *
     * @param partnerUuid the partner of the deal
     * @param dealValue at least 0
     * @param currencyCode ISO 4217; the company's if absent
     * @param closedAt when it is won; now if absent
     * @param commissionShares partners that share the commission
     * @param assignedUserUuids users of the deal
     * @param customFields values of custom fields by key
     */
    @Introspected
    public record PreviewDeal(
            @NotNull UUID partnerUuid,

            @Nullable @Min(0) @Digits(integer = 15, fraction = 4, message = "must be an amount like 1500.50")
            BigDecimal dealValue,

            @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
            String currencyCode,

            @Nullable Instant closedAt,
            @Size(max = CommissionShare.MOST) List<@NotNull @Valid CommissionShare> commissionShares,
            @Size(max = 10) List<@NotNull UUID> assignedUserUuids,
            ObjectNode customFields) {

        public PreviewDeal {
            commissionShares = Values.distinct(commissionShares);
            assignedUserUuids = Values.distinct(assignedUserUuids);
            customFields = CustomFieldValues.normal(customFields);
        }
    }

    /** The faults of a request whose fields are each valid. */
    public List<Fault> faults() {
        return (deal == null) == (dealUuid == null)
                ? List.of(new Fault("deal", "is required without deal_uuid, and must be absent with it"))
                : List.of();
    }
}
