package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.MaxPerPartner;
import waggle.model.commissions.engine.OwedPart.Occurrence;
import waggle.model.commissions.engine.OwedPart.Payee;
import waggle.model.commissions.facts.Allowance;
import waggle.model.commissions.facts.Grant;
import waggle.model.commissions.facts.Recipient;

/**
 * What the rules pay one partner at most: first come, first served. A payment keeps what it was granted, and what becomes
 * free is not granted again (docs/commissions.md, "Limits").
 */
final class Limits {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Inputs in;
    private final Map<Allowance, BigDecimal> taken = new HashMap<>();

    Limits(Inputs in) {
        this.in = in;
    }

    /**
     * What a limit leaves of a payment.
     *
     * @param grant of the allowance; null where the rule has no limit
     * @param why a sentence, if it leaves less than all
     */
    record Cut(BigDecimal value, @Nullable Grant grant, List<String> why) {
        static Cut none(BigDecimal value) {
            return new Cut(value, null, List.of());
        }

        /** Whether the payment takes more of the allowance than it had. */
        boolean isTaking() {
            return grant != null && grant.more().signum() > 0;
        }
    }

    /**
     * Takes what a payment needs of the allowance of its rule, or what is left.
     *
     * @param day on which the payment accrues
     */
    Cut cut(OwedPart part, Occurrence occurrence, Payee payee, LocalDate day, BigDecimal value) {
        var most = part.rule().maxPerPartner();
        var rule = part.assignment().ruleUuid();
        if (most == null || rule == null || value.signum() == 0) {
            return Cut.none(value);
        }
        var of = new Allowance(rule, partner(part, payee), most.period().start(day));
        var wanted = wanted(most.measure(), occurrence, payee, value);
        var own = own(most, part, occurrence, payee, of);
        var left = most.limit().subtract(used(of)).max(BigDecimal.ZERO);
        var more = wanted.subtract(own).max(BigDecimal.ZERO).min(left);
        taken.merge(of, more, BigDecimal::add);
        var granted = own.add(more).min(wanted);
        var paid = wanted.signum() == 0 || granted.compareTo(wanted) == 0
                ? value
                : value.multiply(granted).divide(wanted, part.digits(), RoundingMode.HALF_EVEN);
        return new Cut(
                paid,
                new Grant(of, own.add(more), more),
                paid.compareTo(value) == 0 ? List.of() : List.of(why(most, granted, wanted)));
    }

    private static UUID partner(OwedPart part, Payee payee) {
        var recipient = payee.recipient();
        return recipient.type() == Recipient.Type.PARTNER
                ? Objects.requireNonNull(recipient.uuid())
                : part.assignment().partner();
    }

    /** What a payment uses up; 0 units of an amount that is not per unit. */
    private static BigDecimal wanted(
            MaxPerPartner.Measure measure, Occurrence occurrence, Payee payee, BigDecimal value) {
        return switch (measure) {
            case AMOUNT -> value;
            case UNITS -> occurrence.price().units().multiply(payee.percent()).divide(ALL);
            case DEALS -> BigDecimal.ONE;
        };
    }

    /** What earlier payments in the same place have; of deals, what any payment of the deal in the period has. */
    private BigDecimal own(MaxPerPartner most, OwedPart part, Occurrence occurrence, Payee payee, Allowance of) {
        var isOfDeal = most.measure() == MaxPerPartner.Measure.DEALS;
        if (isOfDeal && taken.getOrDefault(of, BigDecimal.ZERO).signum() > 0) {
            return BigDecimal.ONE;
        }
        return in.standing().stream()
                .filter(payment -> payment.place().slot().equals(part.slot())
                        && payee.isPaid(payment)
                        && most.period().start(payment.accruedOn()).equals(of.period()))
                .filter(payment -> isOfDeal
                        || (payment.place().isOf(part.slot(), part.entry(), part.type())
                                && Objects.equals(payment.place().occurrence(), occurrence.number())))
                .map(StandingPayment::granted)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal used(Allowance of) {
        return in.used().apply(of).add(taken.getOrDefault(of, BigDecimal.ZERO));
    }

    private String why(MaxPerPartner most, BigDecimal granted, BigDecimal wanted) {
        var span = most.period() == MaxPerPartner.Span.RULE
                ? "as long as it is valid"
                : "in one " + most.period().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var unit =
                switch (most.measure()) {
                    case AMOUNT -> in.deal().currency();
                    case UNITS -> "units";
                    case DEALS -> "deals";
                };
        return most.measure() == MaxPerPartner.Measure.DEALS
                ? "The rule pays a partner for at most %s deals %s, and they are used up."
                        .formatted(plain(most.limit()), span)
                : "The rule pays a partner at most %s %s %s: %s of %s are left for this payment."
                        .formatted(plain(most.limit()), unit, span, plain(granted), plain(wanted));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
