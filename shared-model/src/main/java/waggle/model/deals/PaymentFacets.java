package waggle.model.deals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;

/** What an index knows of a payment: enough for balances and statements, at a fraction of the cost of the payment. */
public final class PaymentFacets {
    private final UUID uuid;
    private final Map<String, AttributeValue> values;

    PaymentFacets(UUID uuid, Map<String, AttributeValue> values) {
        this.uuid = uuid;
        this.values = values;
    }

    /** The payments to a partner itself, without its people; changes of the last moment may be missing. */
    public static List<PaymentFacets> ofPartner(Records records, UUID partner) {
        return to(records, partner, partner).toList();
    }

    private static Stream<PaymentFacets> to(Records records, UUID partner, UUID recipient) {
        return records.facets(Payment.RESOURCE, "partner_uuid", partner).entrySet().stream()
                .map(entry -> new PaymentFacets(entry.getKey(), entry.getValue()))
                .filter(facets -> facets.isTo(recipient));
    }

    /**
     * What a payout to the recipient of a payment would be: the payment, and what is approved and due or is being paid, in
     * its currency. Adjustments are part of it.
     *
     * @param payment before it is processed
     */
    static BigDecimal payable(Records records, Payment payment, LocalDate today) {
        var isAmong = payment.status() == PaymentStatus.APPROVED
                && payment.dueDate() != null
                && !payment.dueDate().isAfter(today);
        var partner = payment.partnerUuid();
        var recipient = payment.recipientUuid();
        if (partner == null || recipient == null) {
            return payment.paymentValue();
        }
        return to(records, partner, recipient)
                .filter(facets -> facets.currencyCode().equals(payment.currencyCode()))
                .filter(facets -> facets.isPayableOn(today))
                .map(PaymentFacets::value)
                .reduce(isAmong ? BigDecimal.ZERO : payment.paymentValue(), BigDecimal::add);
    }

    public UUID uuid() {
        return uuid;
    }

    public PaymentStatus status() {
        return PaymentStatus.valueOf(text("status").orElseThrow().toUpperCase(Locale.ROOT));
    }

    public Payment.Category category() {
        return Payment.Category.valueOf(text("category").orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** What the payment is for. */
    public Optional<String> label() {
        return text("label");
    }

    public String currencyCode() {
        return text("currency_code").orElseThrow();
    }

    public BigDecimal value() {
        return new BigDecimal(
                Objects.requireNonNull(values.get("payment_value")).n());
    }

    public Optional<UUID> deal() {
        return text("deal_uuid").map(UUID::fromString);
    }

    /** The day on which the payment enters statements. */
    public LocalDate bookedOn() {
        return day("booked_on").orElseThrow();
    }

    /** The day on which the payment was completed or cancelled. */
    public Optional<LocalDate> settledOn() {
        return day("settled_on");
    }

    /** Whether the payment is open, and cannot be processed on a day yet. */
    public boolean isHeldOn(LocalDate today) {
        return status().isOpen() && day("held_until").filter(today::isBefore).isPresent();
    }

    boolean isTo(UUID recipient) {
        return text("recipient_uuid").filter(recipient.toString()::equals).isPresent();
    }

    boolean isPayableOn(LocalDate today) {
        return status() == PaymentStatus.PROCESSING
                || (status() == PaymentStatus.APPROVED
                        && day("due_date").filter(due -> !due.isAfter(today)).isPresent());
    }

    private Optional<LocalDate> day(String field) {
        return text(field).map(LocalDate::parse);
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(AttributeValue::s);
    }
}
