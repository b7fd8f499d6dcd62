package waggle.model.deals;

import static waggle.model.declaration.EventCondition.became;
import static waggle.model.declaration.EventCondition.changed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Formats;
import waggle.model.PartnerType;
import waggle.model.Values;
import waggle.model.commissions.CommissionShare;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.CustomFieldValues;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.leads.Attribution;
import waggle.model.leads.Lead;
import waggle.model.leads.Money;
import waggle.model.notes.Note;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.records.Sums;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;

/**
 * A sale that is planned, won or lost (docs/api.md, "Leads, deals and notes").
 *
 * @param leadUuid the lead that the deal comes from; it cannot be changed
 * @param label 1 to 200 characters; made from the lead if absent, and required without a lead
 * @param dealValue at least 0, with the decimal places of the currency at most
 * @param currencyCode ISO 4217; the company's currency if absent
 * @param stageUuid a stage of kind deal; the first one if absent
 * @param lostReason up to 1,000 characters
 * @param closedAt the time at which the deal was won or lost, not in the future; now if absent, and only in a closed stage
 * @param partnerUuid the partner of the deal; that of the lead if absent
 * @param attributions up to 10 partners that took part, those of the lead if absent; the sourced one is the partner of the
 *     deal
 * @param commissionShares up to 10 partners that share the commission, 100 percent together; all of it is for the partner of
 *     the deal if absent
 * @param paymentStageUuid a stage of kind payment
 * @param expectedCloseDate the day on which the deal is expected to close
 * @param expiresAt the time at which the offer ends
 * @param assignedUserUuids up to 10 users who work on the deal, each once
 * @param tagUuids up to 20 tags of association deal, each once
 * @param externalIds identifiers in up to 20 other systems, 1 to 255 characters each, by the name of the system in
 *     snake_case
 * @param customFields values of the company's custom fields for deals, by key
 * @param stagePhase the phase of the stage
 * @param stageEnteredAt the time at which the deal came to its stage
 * @param commissionPercentage the percentage of the deal's rule, if the rule pays one percentage
 * @param partnerName the name of the partner when the deal was last written; it stays when the partner is deleted
 */
@Introspected
@RecordBuilder
public record Deal(
        @Nullable UUID leadUuid,
        @Nullable @Size(min = 1, max = Deal.LONGEST_LABEL) String label,

        @Nullable @Min(0) @Digits(integer = Money.DIGITS, fraction = Money.PLACES, message = Money.EXPECTED)
        BigDecimal dealValue,

        @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        @Nullable UUID stageUuid,
        @Nullable @Size(max = 1_000) String lostReason,
        @Nullable Instant closedAt,
        @Nullable UUID partnerUuid,
        @Size(max = Attribution.MOST) List<@NotNull @Valid Attribution> attributions,
        @Size(max = CommissionShare.MOST) List<@NotNull @Valid CommissionShare> commissionShares,
        @Nullable UUID paymentStageUuid,
        @Nullable LocalDate expectedCloseDate,
        @Nullable Instant expiresAt,
        @Size(max = 10) List<@NotNull UUID> assignedUserUuids,
        @Size(max = Tag.MOST) List<@NotNull UUID> tagUuids,
        Map<String, String> externalIds,
        ObjectNode customFields,
        @Nullable Phase stagePhase,
        @Nullable Instant stageEnteredAt,
        @Nullable @Size(max = 200) String partnerName,
        @Nullable BigDecimal commissionPercentage) {
    public static final String PATH = "deals";

    /** The number of payments for a deal that are not cancelled. */
    public static final String PAYMENTS = "payment_count";

    /** The sum of the payments for a deal that are not cancelled. */
    public static final String TOTAL_COMMISSION = "total_commission_value";

    static final int LONGEST_LABEL = 200;

    public static final Resource<Deal> RESOURCE = Resource.named("deal", PATH, Deal.class, Deal::title)
            .counts(Note.COUNT, PAYMENTS, TOTAL_COMMISSION)
            .keptBy(PAYMENTS)
            .owns(() -> Deal.NOTES, Note.PARENT, Note.COUNT)
            .immutable("lead_uuid")
            .readOnly("stage_phase", "stage_entered_at", "partner_name", "commission_percentage")
            .reference(new Reference("lead_uuid", () -> Lead.RESOURCE))
            .reference(new Reference("stage_uuid", () -> Stage.RESOURCE, Map.of("kind", "deal")))
            .reference(Reference.lasting("partner_uuid", () -> Partner.RESOURCE))
            .reference(new Reference("payment_stage_uuid", () -> Stage.RESOURCE, Map.of("kind", "payment")))
            .reference(new Reference("assigned_user_uuids", () -> User.RESOURCE))
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE, Map.of("association", "deal")))
            .contributes("lead_uuid", Lead.DEALS, deal -> BigDecimal.ONE)
            .contributes("partner_uuid", Partner.DEALS, deal -> BigDecimal.ONE)
            .contributes("partner_uuid", Partner.OPEN_DEALS, deal -> deal.one(in -> !in.isClosed()))
            .contributes("partner_uuid", Partner.WON_DEALS, deal -> deal.one(in -> in == Phase.CLOSED_WON))
            .lists(list -> list.filters("lead_uuid", "partner_uuid", "stage_uuid")
                    .filter(new Filter("phase", "stage_phase"))
                    .filters("payment_stage_uuid")
                    .filter(new Filter("tag_uuid", "tag_uuids"))
                    .filter(new Filter("assigned_user_uuid", "assigned_user_uuids"))
                    .filter(new Filter("assigned", "assigned_user_uuids", Filter.Kind.PRESENT))
                    .filters("currency_code")
                    .filter(new Filter("min_value", "deal_value", Filter.Kind.AT_LEAST))
                    .filter(new Filter("max_value", "deal_value", Filter.Kind.AT_MOST))
                    .filter(new Filter("closed_after", "closed_at", Filter.Kind.AFTER))
                    .filter(new Filter("closed_before", "closed_at", Filter.Kind.BEFORE))
                    .searched("label")
                    .sortable(
                            "label",
                            "deal_value",
                            "stage",
                            "expected_close_date",
                            "created_at",
                            "updated_at",
                            "closed_at")
                    .groupedBy("partner_uuid"))
            .externalIds(Deal::externalIds)
            .rule(new CustomFieldValues<>(CustomField.Entity.DEAL, Deal::customFields, Deal::partnerType))
            .rule(new DealRules())
            .rule(new DealStage())
            .rule(new DealOfLead())
            .rule(new CommissionShares())
            .rule(new CommissionOfDeal())
            .event("deal.stage_changed", changed(Deal::stageUuid))
            .event("deal.won", became(Deal::stagePhase, Phase.CLOSED_WON))
            .event("deal.lost", became(Deal::stagePhase, Phase.CLOSED_LOST))
            .event("deal.reopened", (before, after) -> before != null && before.isClosed() && !after.isClosed())
            .build();

    public static final Resource<Note> NOTES = Note.below(() -> Deal.RESOURCE, () -> User.RESOURCE);

    /** The phases of stages of kind deal. */
    public enum Phase {
        DISCOVERY,
        NEGOTIATION,
        CLOSED_WON,
        CLOSED_LOST;

        static Phase of(Stage stage) {
            return valueOf(stage.phase().name());
        }

        boolean isClosed() {
            return this == CLOSED_WON || this == CLOSED_LOST;
        }
    }

    public Deal {
        dealValue = dealValue == null ? null : Decimals.plain(dealValue);
        attributions = Values.distinct(attributions);
        commissionShares = Values.distinct(commissionShares);
        commissionPercentage = commissionPercentage == null ? null : Decimals.plain(commissionPercentage);
        assignedUserUuids = Values.distinct(assignedUserUuids);
        tagUuids = Values.distinct(tagUuids);
        externalIds = Values.present(externalIds);
        customFields = CustomFieldValues.normal(customFields);
    }

    private static @Nullable PartnerType partnerType(Records records, Deal deal) {
        return deal.partnerUuid == null ? null : Partner.typeOf(records, deal.partnerUuid);
    }

    private String title() {
        return Objects.requireNonNullElse(label, "deal");
    }

    /** Adds the value to the sum of the stage in the deal's currency. */
    public void contributeToStage(Contributions contributions) {
        if (stageUuid != null && dealValue != null && currencyCode != null) {
            contributions.add(Stage.RESOURCE, stageUuid, Sums.of(Stage.DEAL_VALUE, currencyCode), dealValue);
        }
    }

    @JsonIgnore
    public boolean isClosed() {
        return stagePhase != null && stagePhase.isClosed();
    }

    private BigDecimal one(Predicate<Phase> in) {
        return stagePhase != null && in.test(stagePhase) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
