package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import waggle.model.commissions.engine.OwedPart.Occurrence;

/** Why a payment is what it is: one sentence per decision. */
final class Sentences {
    static final String TAKEN_BACK = "The deal is not won any longer: this takes the payment back.";
    static final String CORRECTION = "This corrects payments that were made before and cannot change any longer.";

    private Sentences() {}

    /**
     * The reasons of a payment.
     *
     * @param value of the recipient's part
     * @param cut what the limit of the rule leaves of it
     */
    static List<String> of(OwedPart part, Occurrence occurrence, BigDecimal value, Limits.Cut cut) {
        var whole = occurrence.price().value();
        var why = new ArrayList<String>();
        why.add(part.assignment().why());
        why.addAll(occurrence.price().why());
        if (value.compareTo(whole) != 0) {
            why.add("%s is the recipient's share of %s.".formatted(value.toPlainString(), whole.toPlainString()));
        }
        why.addAll(cut.why());
        var dates = occurrence.dates();
        why.add(
                dates.heldUntil().equals(dates.accruedOn())
                        ? "It accrues on %s and is due on %s.".formatted(dates.accruedOn(), dates.dueOn())
                        : "It accrues on %s, is held until %s and is due on %s."
                                .formatted(dates.accruedOn(), dates.heldUntil(), dates.dueOn()));
        return List.copyOf(why);
    }
}
