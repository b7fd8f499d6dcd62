package waggle.model.deals;

import static waggle.model.declaration.EventCondition.became;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Formats;
import waggle.model.Values;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionRule.PaymentTarget;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.leads.Money;
import waggle.model.partners.Partner;

/**
 * Money that the company owes a partner or a person (docs/api.md, "Payments"). A commission rule makes payments for deals;
 * others are made by hand.
 *
 * @param dealUuid the deal that the payment is for; it cannot be changed
 * @param recipientType the kind of the recipient; absent together with {@code recipient_uuid} until someone is named
 * @param recipientUuid the partner, user or contact that is paid
 * @param label what the payment is for, 1 to 200 characters; statements show it
 * @param category the reason of the payment, which cannot be changed; a payment made by hand is a spiff or an adjustment
 * @param paymentValue not zero, with the decimal places of the currency at most; negative only in an adjustment
 * @param currencyCode ISO 4217: the currency of the deal, or without a deal the company's if absent
 * @param dueDate the day on which the payment is due in the company's time zone; today if absent
 * @param status of the payment; pending if absent
 * @param externalIds identifiers in up to 20 other systems, 1 to 255 characters each, by the name of the system in
 *     snake_case
 * @param occurrence the number of the payment within its entry of the rule, from 1
 * @param ruleUuid the rule that made the payment; null for a payment made by hand
 * @param ruleVersion the version of the rule that made the payment
 * @param entry the number of the rule's entry, from 1
 * @param part whether the payment is a single one or one of a series
 * @param accruedOn the day on which the payment was earned; the day of its creation for a payment made by hand
 * @param heldUntil the first day on which the payment can be processed; null if it is not held
 * @param adjustsPaymentUuid the payment that this one takes back
 * @param explanation how the payment was calculated, up to 30 sentences of up to 500 characters
 * @param partnerUuid the partner that is paid, or that the paid contact or user works for; otherwise that of the deal
 * @param partnerName the name of the partner when the payment was last written; it stays when the partner is deleted
 * @param paymentTarget whether a partner or a person is paid
 * @param minimumPayout the least balance of the recipient that is paid out; null for no minimum
 * @param bookedOn the day on which the payment enters statements: that of its creation, or a later one on which it accrues
 * @param settledOn the day on which the payment was completed or cancelled
 * @param dueEventAt the time at which the event {@code payment.due} follows; null once it has, or when the payment ended
 * @param origin the place in the calculation of the deal; null for a payment made by hand
 */
@Introspected
@RecordBuilder
public record Payment(
        @Nullable UUID dealUuid,
        @Nullable RecipientType recipientType,
        @Nullable UUID recipientUuid,

        @Nullable @Size(min = 1, max = Payment.LONGEST_LABEL)
        String label,

        @NotNull Category category,

        @NotNull @Digits(integer = Money.DIGITS, fraction = Money.PLACES, message = Money.EXPECTED)
        BigDecimal paymentValue,

        @Nullable @Pattern(regexp = Formats.CURRENCY, message = Formats.CURRENCY_EXPECTED)
        String currencyCode,

        @Nullable LocalDate dueDate,
        PaymentStatus status,
        Map<String, String> externalIds,
        @Nullable Integer occurrence,
        @Nullable UUID ruleUuid,
        @Nullable Integer ruleVersion,
        @Nullable Integer entry,
        @Nullable Part part,
        @Nullable LocalDate accruedOn,
        @Nullable LocalDate heldUntil,
        @Nullable UUID adjustsPaymentUuid,
        @Size(max = Payment.MOST_SENTENCES) List<@NotNull @Size(max = Payment.LONGEST_SENTENCE) String> explanation,
        @Nullable UUID partnerUuid,
        @Nullable @Size(max = 200) String partnerName,
        @Nullable PaymentTarget paymentTarget,
        @Nullable BigDecimal minimumPayout,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate settledOn,
        @Nullable Instant dueEventAt,
        @Nullable PaymentOrigin origin) {
    public static final String PATH = "payments";

    /** Characters of the longest label. */
    public static final int LONGEST_LABEL = 200;

    /** The most sentences of an explanation. */
    public static final int MOST_SENTENCES = 30;

    /** Characters of the longest sentence of an explanation. */
    public static final int LONGEST_SENTENCE = 500;

    public static final Resource<Payment> RESOURCE = Resource.named("payment", PATH, Payment.class, Payment::title)
            .unique("origin", Payment::place)
            .immutable("deal_uuid", "category")
            .readOnly(
                    "occurrence",
                    "rule_uuid",
                    "rule_version",
                    "entry",
                    "part",
                    "accrued_on",
                    "held_until",
                    "adjusts_payment_uuid",
                    "explanation",
                    "partner_uuid",
                    "partner_name",
                    "payment_target",
                    "minimum_payout",
                    "booked_on",
                    "settled_on",
                    "due_event_at",
                    "origin")
            .reference(Reference.lasting("deal_uuid", () -> Deal.RESOURCE))
            .reference(new Reference("rule_uuid", () -> CommissionRule.RESOURCE))
            .reference(Reference.lasting("partner_uuid", () -> Partner.RESOURCE))
            .contributes("deal_uuid", Deal.PAYMENTS, payment -> payment.one(!payment.isCancelled()))
            .contributes("deal_uuid", Deal.TOTAL_COMMISSION, Payment::total)
            .contributes("partner_uuid", Partner.OPEN_PAYMENTS, payment -> payment.one(payment.isOpen()))
            .lists(list -> list.filters("status", "category", "recipient_type", "recipient_uuid", "partner_uuid")
                    .filters("deal_uuid", "rule_uuid", "currency_code")
                    .filter(new Filter("due_after", "due_date", Filter.Kind.AFTER))
                    .filter(new Filter("due_before", "due_date", Filter.Kind.BEFORE))
                    .sortable("label", "due_date", "payment_value", "created_at", "updated_at")
                    .groupedBy("deal_uuid", "partner_uuid")
                    .summed("held_until", "booked_on", "settled_on"))
            .externalIds(Payment::externalIds)
            .rule(new PaymentRules())
            .rule(new PaymentRecipient())
            .due(Payment::dueEventAt)
            .event("payment.approved", became(Payment::status, PaymentStatus.APPROVED))
            .event("payment.completed", became(Payment::status, PaymentStatus.COMPLETED))
            .event("payment.failed", became(Payment::status, PaymentStatus.FAILED))
            .event("payment.cancelled", became(Payment::status, PaymentStatus.CANCELLED))
            .event("payment.due", (before, after) -> before != null && before.becameDueIn(after))
            .build();

    /** The kinds of recipients. */
    public enum RecipientType {
        PARTNER,
        USER,
        CONTACT
    }

    /** The reasons of payments. */
    public enum Category {
        COMMISSION,
        SPIFF,
        ADJUSTMENT
    }

    /** The parts of a calculation. */
    public enum Part {
        ONE_OFF,
        RECURRING
    }

    public Payment {
        if (paymentValue != null) {
            paymentValue = Decimals.plain(paymentValue);
        }
        minimumPayout = minimumPayout == null ? null : Decimals.plain(minimumPayout);
        status = Objects.requireNonNullElse(status, PaymentStatus.PENDING);
        externalIds = Values.present(externalIds);
        explanation = Objects.requireNonNullElse(explanation, List.of());
    }

    private String title() {
        return label != null
                ? label
                : "%s of %s %s".formatted(category.name().toLowerCase(Locale.ROOT), paymentValue, currencyCode);
    }

    /** Everything that tells one calculated payment of a deal from the others. */
    private @Nullable String place() {
        return origin == null
                ? null
                : "%s#%s#%s#%s#%s#%s#%s#%s#%d#%d"
                        .formatted(
                                dealUuid,
                                origin.slot(),
                                entry,
                                part,
                                occurrence,
                                recipientUuid,
                                category,
                                adjustsPaymentUuid,
                                origin.generation(),
                                origin.attempt());
    }

    /** Whether a person made the payment, and not a commission rule. */
    @JsonIgnore
    public boolean isByHand() {
        return origin == null;
    }

    /** Whether the payment is neither completed nor cancelled. */
    @JsonIgnore
    public boolean isOpen() {
        return status.isOpen();
    }

    private boolean isCancelled() {
        return status == PaymentStatus.CANCELLED;
    }

    /** Tells that a payment is due, if the payment exists and its day has begun at the time of the write. */
    public static void becomeDue(Write write, UUID uuid) {
        write.find(RESOURCE, uuid)
                .map(payment -> payment.value().dueEventAt)
                .filter(due -> !due.isAfter(write.time()))
                .ifPresent(due -> write.change(
                        RESOURCE, uuid, payment -> PaymentBuilder.from(payment).withDueEventAt(null)));
    }

    private boolean becameDueIn(Payment after) {
        return dueEventAt != null && after.dueEventAt == null && after.isOpen();
    }

    private BigDecimal one(boolean counts) {
        return counts ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private BigDecimal total() {
        return isCancelled() ? BigDecimal.ZERO : paymentValue;
    }
}
