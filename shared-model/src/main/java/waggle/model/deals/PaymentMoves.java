package waggle.model.deals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/** Moves payments from one state to another (docs/api.md, "Payments"). */
final class PaymentMoves implements Rule<Payment> {

    @Override
    public Payment complete(Write write, @Nullable Payment before, Payment payment) {
        if (before == null || before.status() == payment.status()) {
            return payment;
        }
        if (!before.status().next().contains(payment.status())) {
            throw WaggleException.conflict("%s is %s and cannot become %s; %s"
                    .formatted(
                            Payment.RESOURCE.titled(before),
                            before.status().word(),
                            payment.status().word(),
                            before.status().moves()));
        }
        if (payment.status() == PaymentStatus.PROCESSING) {
            requirePayable(write, payment);
        }
        return payment;
    }

    private static void requirePayable(Write write, Payment payment) {
        var title = Payment.RESOURCE.titled(payment);
        if (payment.recipientUuid() == null) {
            throw WaggleException.conflict(
                    title + " has no recipient; set recipient_type and recipient_uuid before it is processed");
        }
        var today = LocalDate.ofInstant(write.time(), Company.zone(write));
        if (payment.heldUntil() != null && today.isBefore(payment.heldUntil())) {
            throw refused(ErrorCode.PAYMENT_HELD, title + " is held until " + payment.heldUntil());
        }
    }

    private static WaggleException refused(ErrorCode code, String sentence) {
        return new WaggleException(code, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
}
