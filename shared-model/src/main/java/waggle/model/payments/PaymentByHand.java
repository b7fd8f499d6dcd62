package waggle.model.payments;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.deals.Payment;

/** What clients may write of payments (docs/api.md, "Payments"). Commission rules write all of them. */
public final class PaymentByHand {
    private PaymentByHand() {}

    /**
     * Checks what a client writes.
     *
     * @param before null when the payment is new
     * @return the payment
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} for a new commission, or one that is neither pending nor
     *     approved; {@link ErrorCode#CONFLICT} if money, day or recipient of the payment can no longer be changed
     */
    public static Payment accepted(@Nullable Payment before, Payment payment) {
        if (before == null) {
            requireCreatable(payment);
            return payment;
        }
        requireSame(before, "payment_value", before.paymentValue().compareTo(payment.paymentValue()) == 0);
        requireSame(before, "currency_code", Objects.equals(before.currencyCode(), payment.currencyCode()));
        requireSame(before, "due_date", Objects.equals(before.dueDate(), payment.dueDate()));
        if (before.recipientType() != payment.recipientType()
                || !Objects.equals(before.recipientUuid(), payment.recipientUuid())) {
            requireNameable(before);
        }
        return payment;
    }

    private static void requireCreatable(Payment payment) {
        if (payment.category() == Payment.Category.COMMISSION) {
            throw invalid("category", "must be spiff or adjustment; commission rules make commissions");
        }
        if (!payment.status().isChangeable()) {
            throw invalid("status", "must be pending or approved in a new payment");
        }
    }

    private static WaggleException invalid(String field, String message) {
        return WaggleException.invalid(List.of(new Fault(field, message)));
    }

    private static void requireSame(Payment before, String field, boolean isSame) {
        if (!isSame && !before.isByHand()) {
            throw WaggleException.conflict(
                    "The %s of %s cannot be changed, since a commission rule made it; POST a payment of category adjustment"
                            .formatted(field, Payment.RESOURCE.titled(before)));
        }
        if (!isSame) {
            requireChangeable(before, field);
        }
    }

    /** A rule that pays a person may leave open which one. */
    private static void requireNameable(Payment before) {
        if (!before.isByHand() && before.recipientUuid() != null) {
            throw WaggleException.conflict("The recipient_uuid of %s cannot be changed, since a commission rule set it"
                    .formatted(Payment.RESOURCE.titled(before)));
        }
        requireChangeable(before, "recipient_uuid");
    }

    private static void requireChangeable(Payment before, String field) {
        if (!before.status().isChangeable()) {
            throw WaggleException.conflict(
                    "The %s of %s cannot be changed, since it is %s; it must be pending or approved"
                            .formatted(
                                    field,
                                    Payment.RESOURCE.titled(before),
                                    before.status().word()));
        }
    }
}
