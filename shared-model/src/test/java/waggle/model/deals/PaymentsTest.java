package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule.PaymentTarget;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;

/** Payments that calculations make: their moves, holds, minimum payouts and due days. */
class PaymentsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private final Actor actor = LocalTable.someone();
    private final UUID partner =
            new LocalStore<>(Partner.RESOURCE).create(actor, Pipeline.partner()).uuid();

    @ParameterizedTest
    @EnumSource
    void move_thatIsNotNext_isRefused_andNamesThoseThatAre(PaymentStatus from) {
        for (var to : PaymentStatus.values()) {
            var payment =
                    create(PaymentBuilder.builder(payment(10)).status(from).build());
            if (from == to || from.next().contains(to)) {
                assertThat(move(payment, to, TODAY).value().status()).isEqualTo(to);
            } else {
                assertThatExceptionOfType(WaggleException.class)
                        .isThrownBy(() -> move(payment, to, TODAY))
                        .withMessageContaining("cannot become " + to.word() + "; " + from.moves())
                        .extracting(WaggleException::code)
                        .isEqualTo(ErrorCode.CONFLICT);
            }
        }
    }

    @Test
    void heldPayment_isProcessedFromTheFirstDayAfterTheHold() {
        var payment = create(PaymentBuilder.builder(payment(10))
                .status(PaymentStatus.APPROVED)
                .heldUntil(TODAY.plusDays(1))
                .build());

        assertRefused(payment, TODAY, ErrorCode.PAYMENT_HELD, "held until 2026-04-01");
        assertThat(move(payment, PaymentStatus.PROCESSING, TODAY.plusDays(1))
                        .value()
                        .status())
                .isEqualTo(PaymentStatus.PROCESSING);
    }

    @Test
    void minimumPayout_isReachedByWhatIsApprovedAndDueTogether() {
        var first = create(minimum(60));
        var pending = create(PaymentBuilder.builder(minimum(500))
                .status(PaymentStatus.PENDING)
                .build());
        create(PaymentBuilder.builder(minimum(500)).dueDate(TODAY.plusDays(1)).build());

        assertRefused(first, TODAY, ErrorCode.BELOW_MINIMUM_PAYOUT, "60 USD, and the minimum payout is 100");
        var second = create(minimum(40));

        move(first, PaymentStatus.PROCESSING, TODAY);
        assertThat(move(second, PaymentStatus.PROCESSING, TODAY).value().status())
                .as("a payment that is being paid counts")
                .isEqualTo(PaymentStatus.PROCESSING);
        assertThat(pending.value().isOpen()).isTrue();
    }

    @Test
    void minimumPayout_countsAdjustments() {
        var payment = create(minimum(120));
        create(PaymentBuilder.builder(payment(-30))
                .category(Payment.Category.ADJUSTMENT)
                .status(PaymentStatus.APPROVED)
                .build());

        assertRefused(payment, TODAY, ErrorCode.BELOW_MINIMUM_PAYOUT, "90 USD");
    }

    @Test
    void duePayment_isToldOnce_fromTheBeginningOfItsDay() {
        var payment = create(
                PaymentBuilder.builder(payment(10)).dueDate(TODAY.plusDays(1)).build());
        var midnight = TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(payment.value().dueEventAt()).isEqualTo(midnight);

        becomeDue(payment, midnight.minusMillis(1));
        assertThat(get(payment).version()).isEqualTo(1);

        becomeDue(payment, midnight);
        becomeDue(payment, midnight);
        assertThat(get(payment).version()).isEqualTo(2);
        assertThat(get(payment).value().dueEventAt()).isNull();
    }

    @Test
    void samePlace_isTakenOnce() {
        create(payment(10));

        assertThatExceptionOfType(WaggleException.class)
                .isThrownBy(() -> create(payment(10), "slot 1"))
                .extracting(WaggleException::code)
                .isEqualTo(ErrorCode.CONFLICT);
    }

    private int slot;

    private Entity<Payment> create(Payment payment) {
        slot++;
        return create(payment, "slot " + slot);
    }

    private Entity<Payment> create(Payment payment, String place) {
        return at(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                .create(
                        actor,
                        PaymentBuilder.builder(payment)
                                .origin(new PaymentOrigin(place, 1, 1, false, null))
                                .build());
    }

    private Payment payment(int value) {
        return PaymentBuilder.builder()
                .recipientType(Payment.RecipientType.PARTNER)
                .recipientUuid(partner)
                .category(Payment.Category.COMMISSION)
                .paymentValue(BigDecimal.valueOf(value))
                .paymentTarget(PaymentTarget.PARTNER)
                .build();
    }

    private Payment minimum(int value) {
        return PaymentBuilder.builder(payment(value))
                .status(PaymentStatus.APPROVED)
                .minimumPayout(BigDecimal.valueOf(100))
                .build();
    }

    private Entity<Payment> move(Entity<Payment> payment, PaymentStatus to, LocalDate day) {
        return at(day.atTime(23, 59).toInstant(ZoneOffset.UTC))
                .change(actor, payment.uuid(), before -> PaymentBuilder.from(before)
                        .withStatus(to));
    }

    private void becomeDue(Entity<Payment> payment, Instant now) {
        at(now).writes().run(actor, write -> {
            Payment.becomeDue(write, payment.uuid());
            return payment;
        });
    }

    private Entity<Payment> get(Entity<Payment> payment) {
        return new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company())
                .get(Payment.RESOURCE, payment.uuid());
    }

    private void assertRefused(Entity<Payment> payment, LocalDate day, ErrorCode code, String part) {
        assertThatExceptionOfType(WaggleException.class)
                .isThrownBy(() -> move(payment, PaymentStatus.PROCESSING, day))
                .withMessageContaining(part)
                .extracting(WaggleException::code)
                .isEqualTo(code);
    }

    private static LocalStore<Payment> at(Instant now) {
        return new LocalStore<>(LocalTable.shared(), Payment.RESOURCE, Clock.fixed(now, ZoneOffset.UTC));
    }
}
