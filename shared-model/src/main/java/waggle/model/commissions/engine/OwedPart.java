package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.Amount;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.Part;
import waggle.model.commissions.Volume;
import waggle.model.commissions.engine.Engine.Line;
import waggle.model.commissions.facts.Recipient;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.pricing.LargestRemainder;
import waggle.model.commissions.pricing.PaymentDates;
import waggle.model.commissions.pricing.Price;

/**
 * What one part of an entry owes.
 *
 * @param rule gives the days
 * @param part of the entry
 * @param whole the price of all occurrences of a part that is spread; null of another
 * @param occurrences in their order
 * @param recipients who is paid, with their shares
 * @param digits decimal places of the currency
 */
record OwedPart(
        Assignment assignment,
        int entry,
        CommissionRule rule,
        Part part,
        @Nullable Price whole,
        List<Occurrence> occurrences,
        List<Payee> recipients,
        int digits) {

    /**
     * An occurrence, counted from 1 within the entry.
     *
     * @param rule gives the rate
     */
    record Occurrence(int number, PaymentDates dates, RuleVersion rule, Price price) {
        /** The occurrence with what the others leave of the whole. */
        Occurrence with(BigDecimal value) {
            return new Occurrence(number, dates, rule, price.with(value));
        }
    }

    /** An occurrence of a part. */
    record Owed(OwedPart part, Occurrence occurrence) {}

    /** The occurrences of parts by the day of their accrual: first come, first served by the limits of rules. */
    static List<Owed> byAccrual(List<OwedPart> parts) {
        return parts.stream()
                .flatMap(part -> part.occurrences().stream().map(occurrence -> new Owed(part, occurrence)))
                .sorted(Comparator.comparing(owed -> owed.occurrence().dates().accruedOn()))
                .toList();
    }

    /** A recipient and its percentage. */
    record Payee(Recipient recipient, BigDecimal percent) {
        /** Whether a payment is the payee's. Where the rule names nobody, whoever was named by hand is paid. */
        boolean isPaid(StandingPayment payment) {
            return recipient.uuid() == null || recipient.equals(payment.place().recipient());
        }
    }

    String slot() {
        return assignment.slot();
    }

    Part.Type type() {
        return Objects.requireNonNull(part.type());
    }

    /** Whether only those payments are owed that are missing until the end of the entry. */
    boolean isEnding() {
        return assignment.entry(entry - 1).isEnding();
    }

    Place place(Recipient recipient, @Nullable Integer occurrence) {
        return new Place(
                slot(),
                entry,
                type(),
                occurrence,
                recipient,
                assignment.entry(entry - 1).generation());
    }

    /** Whether later deals of the period change the price of earlier ones. */
    boolean isRepricedByVolume() {
        return Stream.concat(Stream.<Amount>of(part), part.periodRates().stream())
                .anyMatch(amount -> amount.volume() != null && amount.volume().apply() == Volume.Apply.WHOLE);
    }

    /** The lines of an occurrence, one for each recipient. */
    List<Line> lines(Occurrence occurrence, Limits limits) {
        var values = shared(occurrence.price().value());
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    var payee = recipients.get(i);
                    var cut = limits.cut(
                            this, occurrence, payee, occurrence.dates().accruedOn(), values.get(i));
                    return new Line(
                            place(payee.recipient(), occurrence.number()),
                            occurrence.dates(),
                            cut.value(),
                            Sentences.of(this, occurrence, values.get(i), cut));
                })
                .toList();
    }

    /** Divides an amount among the recipients. */
    List<BigDecimal> shared(BigDecimal amount) {
        return LargestRemainder.divide(
                amount, recipients.stream().map(Payee::percent).toList(), digits);
    }
}
