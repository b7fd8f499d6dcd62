package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.List;
import waggle.model.commissions.pricing.PaymentDates;

/**
 * What is owed to one recipient for one occurrence, made or planned.
 *
 * @param value 0 of an occurrence that is worth nothing
 * @param why sentences that a partner can read
 */
public record Line(Place place, PaymentDates dates, BigDecimal value, List<String> why) {
    /** Whether a payment is made for the line. */
    public boolean isOf(StandingPayment payment) {
        var other = payment.place();
        return payment.category() == StandingPayment.Category.COMMISSION
                && place.isOf(other.slot(), other.entry(), other.part())
                && place.occurrence() != null
                && place.occurrence().equals(other.occurrence())
                && (place.recipient().uuid() == null || place.recipient().equals(other.recipient()));
    }
}
