package waggle.model.deals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.leads.Money;
import waggle.model.records.Entity;
import waggle.model.transaction.Refusal;

/** The rules of single payments: money, days and the moves between states (docs/api.md, "Payments"). */
final class PaymentRules implements Rule<Payment> {

    @Override
    public List<Fault> faults(Payment payment) {
        var faults = new ArrayList<>(Formats.currency("currency_code", payment.currencyCode()));
        if ((payment.recipientType() == null) != (payment.recipientUuid() == null)) {
            faults.add(
                    payment.recipientType() == null
                            ? new Fault("recipient_type", "is required with recipient_uuid")
                            : new Fault("recipient_uuid", "is required with recipient_type"));
        }
        var value = payment.paymentValue();
        if (value != null && value.signum() == 0) {
            faults.add(new Fault("payment_value", "must not be 0"));
        }
        if (value != null && value.signum() < 0 && payment.category() != Payment.Category.ADJUSTMENT) {
            faults.add(new Fault("payment_value", "must be positive unless the category is adjustment, like 150.50"));
        }
        return faults;
    }

    @Override
    public Payment complete(Write write, @Nullable Payment before, Payment payment) {
        var zone = Company.zone(write);
        var today = LocalDate.ofInstant(write.time(), zone);
        if (before != null && before.status() != payment.status()) {
            requireMove(write, before, payment, today);
        }
        var accrued = Objects.requireNonNullElse(payment.accruedOn(), today);
        var due = Objects.requireNonNullElse(payment.dueDate(), today);
        return PaymentBuilder.builder(payment)
                .currencyCode(currency(write, before, payment))
                .dueDate(due)
                .accruedOn(accrued)
                .bookedOn(before == null ? latest(accrued, today) : before.bookedOn())
                .settledOn(settled(before, payment, today))
                .dueEventAt(dueEvent(before, payment, due, zone))
                .build();
    }

    private static void requireMove(Write write, Payment before, Payment payment, LocalDate today) {
        if (!before.status().next().contains(payment.status())) {
            throw WaggleException.conflict("%s is %s and cannot become %s; %s"
                    .formatted(
                            Payment.RESOURCE.titled(before),
                            before.status().word(),
                            payment.status().word(),
                            before.status().moves()));
        }
        if (payment.status() == PaymentStatus.PROCESSING) {
            requirePayable(write, before, payment, today);
        }
    }

    private static void requirePayable(Write write, Payment before, Payment payment, LocalDate today) {
        var title = Payment.RESOURCE.titled(payment);
        if (payment.recipientUuid() == null) {
            throw WaggleException.conflict(
                    title + " has no recipient; set recipient_type and recipient_uuid before it is processed");
        }
        if (payment.heldUntil() != null && today.isBefore(payment.heldUntil())) {
            throw WaggleException.refused(ErrorCode.PAYMENT_HELD, title + " is held until " + payment.heldUntil());
        }
        if (payment.minimumPayout() != null) {
            requireMinimum(write, before, payment.minimumPayout(), today);
        }
    }

    private static void requireMinimum(Write write, Payment payment, BigDecimal minimum, LocalDate today) {
        var balance = PaymentFacets.payable(write, payment, today);
        if (balance.compareTo(minimum) < 0) {
            throw WaggleException.refused(
                    ErrorCode.BELOW_MINIMUM_PAYOUT,
                    "%s cannot be processed yet: approved and due to its recipient are %s %s, and the minimum payout is %s"
                            .formatted(
                                    Payment.RESOURCE.titled(payment),
                                    balance.toPlainString(),
                                    payment.currencyCode(),
                                    minimum.toPlainString()));
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate settled(@Nullable Payment before, Payment payment, LocalDate today) {
        if (payment.isOpen()) {
            return null;
        }
        return before == null || before.isOpen() ? today : before.settledOn();
    }

    /** The event comes once, so a payment that had it waits for no other when its day is moved. */
    private static @Nullable Instant dueEvent(@Nullable Payment before, Payment payment, LocalDate due, ZoneId zone) {
        if (!payment.isOpen() || (before != null && before.dueEventAt() == null)) {
            return null;
        }
        var isMoved = before == null || !due.equals(before.dueDate());
        return isMoved ? due.atStartOfDay(zone).toInstant() : payment.dueEventAt();
    }

    private static String currency(Write write, @Nullable Payment before, Payment payment) {
        var code = payment.currencyCode();
        if (payment.dealUuid() != null && before == null) {
            var ofDeal = deal(write, payment.dealUuid());
            if (code != null && !code.equals(ofDeal)) {
                throw invalid("currency_code", "must be the currency of the deal, " + ofDeal);
            }
            code = ofDeal;
        } else if (before != null && (code == null || payment.dealUuid() != null)) {
            if (code != null && !code.equals(before.currencyCode())) {
                throw invalid("currency_code", "must be the currency of the deal, " + before.currencyCode());
            }
            code = before.currencyCode();
        }
        return Money.currency(write, "payment_value", payment.paymentValue(), code);
    }

    private static String deal(Write write, UUID uuid) {
        return write.find(Deal.RESOURCE, uuid)
                .map(deal -> Objects.requireNonNull(deal.value().currencyCode()))
                .orElseThrow(() -> invalid("deal_uuid", "must be the uuid of a deal"));
    }

    private static WaggleException invalid(String field, String message) {
        return WaggleException.invalid(List.of(new Fault(field, message)));
    }

    /** The currency of the deal was read; until the deal counts the payment, it may still change. */
    @Override
    public void follow(Write write, @Nullable Entity<Payment> before, @Nullable Entity<Payment> after) {
        if (before != null && after == null) {
            requireRemovable(before.value());
        }
        if (before == null && after != null && after.value().dealUuid() != null) {
            requireCurrency(write, after.value().dealUuid(), after.value());
        }
        if (before != null && after != null && isSettled(before.value(), after.value())) {
            calculate(write, after.value());
        }
    }

    /** Whether a payment that a calculation made was paid, or could not be paid. */
    private static boolean isSettled(Payment before, Payment after) {
        return !after.isByHand()
                && before.status() != after.status()
                && (after.status() == PaymentStatus.COMPLETED || after.status() == PaymentStatus.FAILED);
    }

    /** What was paid for a deal that has backed out meanwhile is taken back. */
    private static void calculate(Write write, Payment payment) {
        Optional.ofNullable(payment.dealUuid())
                .flatMap(deal -> CommissionCalculation.of(write, deal))
                .ifPresent(calculation -> calculation.settle(CommissionCalculation.PORTION));
    }

    private static void requireCurrency(Write write, UUID deal, Payment payment) {
        if (!write.writes(Deal.RESOURCE, deal)) {
            var currency = Objects.requireNonNull(payment.currencyCode());
            write.transaction()
                    .change(Deal.RESOURCE.key(write.company(), deal), Refusal.raced())
                    .require("currency_code", AttributeValue.fromS(currency));
        }
    }

    private static void requireRemovable(Payment payment) {
        var title = Payment.RESOURCE.titled(payment);
        if (!payment.isByHand()) {
            throw WaggleException.conflict(
                    title + " was made by a commission rule and stays; cancel it with the status cancelled");
        }
        if (payment.status() != PaymentStatus.PENDING && payment.status() != PaymentStatus.CANCELLED) {
            throw WaggleException.conflict("%s is %s; only pending and cancelled payments can be deleted"
                    .formatted(title, payment.status().word()));
        }
    }
}
