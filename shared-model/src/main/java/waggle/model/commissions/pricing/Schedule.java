package waggle.model.commissions.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.Part;

/**
 * The occurrences of a part and their days (docs/commissions.md, "Dates").
 *
 * @param rule gives hold, cycle and delay
 * @param anchor the day on which the trigger held
 */
public record Schedule(CommissionRule rule, Part part, LocalDate anchor) {

    /** The days of an occurrence, counted from 1 within the part. */
    public PaymentDates dates(int occurrence) {
        return PaymentDates.of(rule, anchor, part.type() == Part.Type.RECURRING ? part.period() : null, occurrence - 1);
    }

    /** The number of occurrences that have accrued on a day. */
    public int accrued(LocalDate day) {
        if (day.isBefore(anchor)) {
            return 0;
        }
        var months = months();
        if (months == null) {
            return 1;
        }
        var number = (int) Math.min(ChronoUnit.MONTHS.between(anchor, day) / months + 2, part.number());
        while (number > 0 && dates(number).accruedOn().isAfter(day)) {
            number--;
        }
        return number;
    }

    private @Nullable Integer months() {
        return part.type() == Part.Type.RECURRING && part.period() != null
                ? part.period().months()
                : null;
    }
}
