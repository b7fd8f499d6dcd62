package waggle.model.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.deals.Payment;
import waggle.model.partners.NotificationType;

/** The notices of payments. They also tell the user who is paid. */
final class PaymentNotices {
    private PaymentNotices() {}

    static Optional<Notice> due(Occasion<Payment> occasion) {
        return occasion.notice(
                NotificationType.PAYMENT_DUE,
                occasion.concerned(paid(occasion.value())),
                "%s is due on %s."
                        .formatted(subject(occasion.value()), occasion.value().dueDate()));
    }

    static Optional<Notice> completed(Occasion<Payment> occasion) {
        return occasion.notice(
                NotificationType.PAYMENT_COMPLETED,
                occasion.concerned(paid(occasion.value())),
                subject(occasion.value()) + " was paid.");
    }

    private static @Nullable UUID paid(Payment payment) {
        return payment.recipientType() == Payment.RecipientType.USER ? payment.recipientUuid() : null;
    }

    private static String subject(Payment payment) {
        var what = payment.label() == null
                ? payment.category().name().toLowerCase(Locale.ROOT)
                : "payment \"%s\"".formatted(payment.label());
        return "The %s of %s %s".formatted(what, payment.paymentValue().toPlainString(), payment.currencyCode());
    }
}
