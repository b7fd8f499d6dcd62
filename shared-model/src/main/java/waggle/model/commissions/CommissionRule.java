package waggle.model.commissions;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.Values;
import waggle.model.categories.Category;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.leads.Attribution;
import waggle.model.partners.Partner;
import waggle.model.tiers.Tier;

/**
 * A rule that pays partners, or people, for deals (docs/commissions.md, "Rules").
 *
 * @param label 1 to 200 characters
 * @param partnerType the type of partner whose deals fit
 * @param tierUuids tiers whose partners fit, up to 50; every partner if empty
 * @param categoryUuids categories whose partners fit, up to 50; every partner if empty
 * @param partnerUuids partners that fit, up to 50; every partner if empty
 * @param minDealValue the least value of a deal that fits, at least 0
 * @param maxDealValue deals below this value fit
 * @param currencyCode ISO 4217: needed if the rule has an amount of money, and then only deals in it fit
 * @param attributionRole whether the partner that sourced the deal is paid, or each that influenced it; sourced if absent
 * @param registered whether only deals with a registration that still protects on the day of closing fit
 * @param validFrom the first day on which deals close that fit
 * @param validUntil the last day on which deals close that fit
 * @param bonus whether the rule is paid besides the one rule of a deal; false if absent
 * @param paymentTarget who is paid: the partner, or a person; partner if absent
 * @param recipient the person who is paid; nobody until someone is named if absent or manual
 * @param entries what is paid, 1 to 10
 * @param holdDays days from the accrual of a payment until it may be paid, 0 to 366
 * @param payoutCycle at whose end payments are due; the day itself if absent
 * @param payoutDelayDays days from the end of the cycle, 0 to 120
 * @param minimumPayout the least balance of a partner that is paid out
 * @param clawbackDays days from closing in which a lost deal takes everything back, 0 to 3,660; no end if absent
 * @param rateAsOf the day whose tier, category and rule give the rate; the day of closing if absent
 * @param maxPerPartner the most that one partner is paid
 */
@Introspected
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@RecordBuilder
public record CommissionRule(
        @NotBlank @Size(max = 200) String label,
        @NotNull PartnerType partnerType,
        @Size(max = MOST) List<@NotNull UUID> tierUuids,
        @Size(max = MOST) List<@NotNull UUID> categoryUuids,
        @Size(max = MOST) List<@NotNull UUID> partnerUuids,

        @Nullable @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal minDealValue,

        @Nullable @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal maxDealValue,

        @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        Attribution.Role attributionRole,
        @Nullable Boolean registered,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Boolean bonus,
        PaymentTarget paymentTarget,
        @Nullable Recipient recipient,
        @NotNull @Size(min = 1, max = RuleEntry.MOST) List<@NotNull @Valid RuleEntry> entries,
        @Nullable @Min(0) @Max(366) Integer holdDays,
        PayoutCycle payoutCycle,
        @Nullable @Min(0) @Max(120) Integer payoutDelayDays,

        @Nullable @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal minimumPayout,

        @Nullable @Min(0) @Max(3_660) Integer clawbackDays,
        RateAsOf rateAsOf,
        @Nullable @Valid MaxPerPartner maxPerPartner) {
    public static final String PATH = "commission-rules";

    public static final Resource<CommissionRule> RESOURCE = Resource.named(
                    "commission_rule", PATH, CommissionRule.class, CommissionRule::label)
            .reference(new Reference("tier_uuids", () -> Tier.RESOURCE))
            .reference(new Reference("category_uuids", () -> Category.RESOURCE))
            .reference(new Reference("partner_uuids", () -> Partner.RESOURCE))
            .lists(list -> list.filters("partner_type", "payment_target", "currency_code", "bonus")
                    .filters("attribution_role", "registered")
                    .filter(new Filter("tier_uuid", "tier_uuids"))
                    .filter(new Filter("category_uuid", "category_uuids"))
                    .filter(new Filter("partner_uuid", "partner_uuids"))
                    .searched("label")
                    .sortable("label", "valid_from", "valid_until", "created_at", "updated_at"))
            .rule(new RuleReferences())
            .rule(new KeptVersions())
            .build();

    /** The most tiers, categories or partners that a rule names. */
    static final int MOST = 50;

    /** Who is paid. */
    public enum PaymentTarget {
        PARTNER,
        INDIVIDUAL
    }

    /** The person who is paid: who made the lead, the first user of the deal, or someone who is named later. */
    public enum Recipient {
        LEAD_CREATOR,
        DEAL_OWNER,
        MANUAL
    }

    /** The cycle at whose end payments are due. */
    public enum PayoutCycle {
        NONE,
        HALF_MONTH,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /** The day whose tier, category and rule give the rate of a payment. */
    public enum RateAsOf {
        CLOSED,
        OCCURRENCE
    }

    public CommissionRule {
        minDealValue = Amount.plain(minDealValue);
        maxDealValue = Amount.plain(maxDealValue);
        minimumPayout = Amount.plain(minimumPayout);
        bonus = Objects.requireNonNullElse(bonus, false);
        tierUuids = Values.distinct(tierUuids);
        categoryUuids = Values.distinct(categoryUuids);
        partnerUuids = Values.distinct(partnerUuids);
        attributionRole = Objects.requireNonNullElse(attributionRole, Attribution.Role.SOURCED);
        paymentTarget = Objects.requireNonNullElse(paymentTarget, PaymentTarget.PARTNER);
        payoutCycle = Objects.requireNonNullElse(payoutCycle, PayoutCycle.NONE);
        rateAsOf = Objects.requireNonNullElse(rateAsOf, RateAsOf.CLOSED);
    }

    /** Whether the rule is paid besides the one rule of a deal. */
    public boolean isBonus() {
        return bonus;
    }

    /** Whether a payment depends on other payments or deals. */
    public boolean dependsOnOthers() {
        return hasVolume()
                || maxPerPartner != null
                || entries.stream()
                        .flatMap(entry -> entry.calculation().parts().stream())
                        .anyMatch(Part::isSpread);
    }

    /** Whether an amount depends on what the partner sold. */
    public boolean hasVolume() {
        return volumes().findAny().isPresent();
    }

    /** What the partner's sales are measured by. */
    public Stream<Volume> volumes() {
        return entries.stream()
                .flatMap(entry -> entry.calculation().parts().stream())
                .map(Part::volume)
                .filter(Objects::nonNull);
    }
}
