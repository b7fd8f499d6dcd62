package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.engine.Limits.Cut;
import waggle.model.commissions.engine.OwedPart.Occurrence;
import waggle.model.commissions.engine.OwedPart.Payee;
import waggle.model.commissions.engine.StandingPayment.Category;
import waggle.model.commissions.facts.Recipient;
import waggle.model.commissions.pricing.LargestRemainder;
import waggle.model.commissions.pricing.PaymentDates;

/**
 * Compares what is owed with what stands. An occurrence is owed once: it is made when nothing of it stands; what is open
 * follows the price, and what is locked stays (docs/commissions.md, "Value changes" and "Backing out").
 */
final class Settlement {
    private final Standing standing;
    private final LocalDate today;
    private final Limits limits;
    private final Changes changes = new Changes();

    Settlement(Inputs in, Limits limits) {
        this.standing = new Standing(in.standing());
        this.today = in.today();
        this.limits = limits;
    }

    Plan plan(List<OwedPart> owed, CommissionState state) {
        var each = owed.stream()
                .filter(part -> part.whole() == null || part.isEnding())
                .toList();
        OwedPart.byAccrual(each).forEach(one -> settle(one.part(), one.occurrence()));
        var going = owed.stream().filter(part -> !part.isEnding()).toList();
        going.stream().filter(part -> part.whole() == null).forEach(this::dropOthers);
        going.stream().filter(part -> part.whole() != null).forEach(this::settleSpread);
        standing.all().stream()
                .filter(payment -> going.stream().noneMatch(part -> isOf(part, payment)))
                .forEach(payment -> settleUnowed(payment, state));
        return changes.plan();
    }

    private static boolean isOf(OwedPart part, StandingPayment payment) {
        return payment.place().isOf(part.slot(), part.entry(), part.type());
    }

    private List<StandingPayment> standing(OwedPart part, Predicate<StandingPayment> which) {
        return standing.in(part.slot()).stream()
                .filter(payment -> isOf(part, payment))
                .filter(which)
                .toList();
    }

    private static Predicate<StandingPayment> of(@Nullable Integer occurrence) {
        return payment -> Objects.equals(payment.place().occurrence(), occurrence);
    }

    private void settle(OwedPart part, Occurrence occurrence) {
        var all = standing(part, of(occurrence.number()));
        var values = part.shared(occurrence.price().value());
        var isSettledForOthers = false;
        for (var payment : all) {
            if (part.recipients().stream().noneMatch(payee -> payee.isPaid(payment))) {
                isSettledForOthers |= payment.isLocked() || part.isEnding();
                if (!part.isEnding()) {
                    changes.cancelIfOpen(payment);
                }
            }
        }
        for (var i = 0; i < values.size(); i++) {
            var payee = part.recipients().get(i);
            var own = all.stream().filter(payee::isPaid).toList();
            if (!own.isEmpty()) {
                if (!part.isEnding()) {
                    reprice(part, occurrence, payee, own, values.get(i));
                }
            } else if (!isSettledForOthers) {
                make(part, occurrence, payee, values.get(i));
            }
        }
    }

    private void reprice(
            OwedPart part, Occurrence occurrence, Payee payee, List<StandingPayment> own, BigDecimal value) {
        var locked = own.stream()
                .filter(StandingPayment::isLocked)
                .map(StandingPayment::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var open = own.stream().filter(StandingPayment::isOpen).toList();
        if (own.stream().noneMatch(StandingPayment::isLocked)) {
            var cut = limits.cut(part, occurrence, payee, open.getFirst().accruedOn(), value);
            changes.set(open.getFirst(), occurrence.rule(), cut, Sentences.of(part, occurrence, value, cut));
            open.stream().skip(1).forEach(changes::cancelIfOpen);
        } else if (part.isRepricedByVolume()) {
            var cut = limits.cut(part, occurrence, payee, own.getFirst().accruedOn(), value);
            var missing = new Cut(cut.value().subtract(locked).max(BigDecimal.ZERO), cut.grant(), List.of());
            correct(part, occurrence.number(), payee.recipient(), open, missing);
        }
    }

    /** Makes an adjustment of what is missing, or changes the one that is open. */
    private void correct(
            OwedPart part,
            @Nullable Integer occurrence,
            Recipient recipient,
            List<StandingPayment> open,
            Cut difference) {
        var why = List.of(part.assignment().why(), Sentences.CORRECTION);
        if (!open.isEmpty()) {
            changes.set(open.getFirst(), part.assignment().rule(), difference, why);
        } else if (difference.value().signum() != 0 && !standing.isGivenUp(part.place(recipient, occurrence))) {
            changes.make(new NewPayment(
                    part.place(recipient, occurrence),
                    part.assignment().rule(),
                    Category.ADJUSTMENT,
                    difference.value(),
                    on(today),
                    null,
                    difference.grant(),
                    why));
        }
    }

    private static PaymentDates on(LocalDate day) {
        return new PaymentDates(day, day, day);
    }

    private void make(OwedPart part, Occurrence occurrence, Payee payee, BigDecimal value) {
        var place = part.place(payee.recipient(), occurrence.number());
        if (standing.isGivenUp(place)) {
            return;
        }
        var cut = limits.cut(part, occurrence, payee, occurrence.dates().accruedOn(), value);
        if (cut.value().signum() != 0) {
            changes.make(new NewPayment(
                    place,
                    occurrence.rule(),
                    Category.COMMISSION,
                    cut.value(),
                    occurrence.dates(),
                    null,
                    cut.grant(),
                    Sentences.of(part, occurrence, value, cut)));
        }
    }

    /** Occurrences that the part has no longer. */
    private void dropOthers(OwedPart part) {
        if (!part.part().isOpenEnded() && !part.part().isReported()) {
            standing(
                            part,
                            payment -> payment.place().occurrence() == null
                                    || part.occurrences().stream()
                                            .noneMatch(owed -> Objects.equals(
                                                    owed.number(),
                                                    payment.place().occurrence())))
                    .forEach(changes::cancelIfOpen);
        }
    }

    /** Open occurrences share what the locked ones leave; if that is nothing, one adjustment has the difference. */
    private void settleSpread(OwedPart part) {
        var slots = part.occurrences().stream()
                .filter(occurrence ->
                        standing(part, of(occurrence.number())).stream().noneMatch(StandingPayment::isLocked))
                .toList();
        var fixed = standing(
                        part,
                        payment -> slots.stream()
                                        .noneMatch(slot -> of(slot.number()).test(payment))
                                && (payment.isLocked() || payment.place().occurrence() != null))
                .stream()
                .map(StandingPayment::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var left = Objects.requireNonNull(part.whole()).value().subtract(fixed);
        var isShared = left.signum() > 0 && !slots.isEmpty();
        var parts = isShared ? LargestRemainder.divide(left, slots.size(), part.digits()) : List.<BigDecimal>of();
        for (var i = 0; i < slots.size(); i++) {
            var value = isShared ? parts.get(i) : BigDecimal.ZERO;
            settle(part, slots.get(i).with(value));
        }
        var carried = part.shared(isShared ? BigDecimal.ZERO : left);
        for (var i = 0; i < carried.size(); i++) {
            var payee = part.recipients().get(i);
            var open = standing(part, of(null)).stream()
                    .filter(StandingPayment::isOpen)
                    .filter(payee::isPaid)
                    .toList();
            correct(part, null, payee.recipient(), open, Cut.none(carried.get(i)));
        }
    }

    /** What no entry owes any longer: it is taken back, or stays because the deal backed out too late. */
    private void settleUnowed(StandingPayment payment, CommissionState state) {
        var place = payment.place();
        var assignment = state.in(place.slot());
        var entry = assignment.map(of -> of.entry(place.entry() - 1)).orElse(EntryState.NEW);
        if (entry.ended() != null) {
            if (payment.accruedOn().isAfter(entry.ended())) {
                changes.cancelIfOpen(payment);
            }
        } else if (entry.isActive() || assignment.map(Assignment::isActive).orElse(state.closedOn() != null)) {
            changes.cancelIfOpen(payment);
        } else {
            takeBack(payment);
        }
    }

    private void takeBack(StandingPayment payment) {
        switch (payment.status()) {
            case PENDING, APPROVED, FAILED -> changes.cancel(payment);
            case COMPLETED -> {
                if (!standing.wasTakenBack(payment)) {
                    changes.make(new NewPayment(
                            payment.place(),
                            payment.rule(),
                            Category.ADJUSTMENT,
                            payment.value().negate(),
                            on(today),
                            payment.uuid(),
                            null,
                            List.of(Sentences.TAKEN_BACK)));
                }
            }
            case PROCESSING, CANCELLED -> {
                // It is taken back once it completes.
            }
        }
    }
}
