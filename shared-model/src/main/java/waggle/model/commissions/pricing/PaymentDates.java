package waggle.model.commissions.pricing;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.Calculation;
import waggle.model.commissions.CommissionRule;

/**
 * The days of one payment (docs/commissions.md, "Dates").
 *
 * @param accruedOn the day on which the payment is earned
 * @param heldUntil the first day on which it may be paid
 * @param dueOn the day on which it is due
 */
public record PaymentDates(LocalDate accruedOn, LocalDate heldUntil, LocalDate dueOn) {
    private static final int HALF = 15;

    /**
     * The days of an occurrence. Periods are counted from the anchor, so that the 31st comes back after a short month.
     *
     * @param anchor the day on which the trigger held
     * @param index of the occurrence within its part, from 0
     */
    static PaymentDates of(CommissionRule rule, LocalDate anchor, Calculation.@Nullable Period period, int index) {
        var accrued = period == null ? anchor : anchor.plusMonths((long) period.months() * index);
        return accruing(rule, accrued);
    }

    static PaymentDates accruing(CommissionRule rule, LocalDate accrued) {
        var held = accrued.plusDays(rule.holdDays() == null ? 0 : rule.holdDays());
        var due = end(rule.payoutCycle(), held).plusDays(rule.payoutDelayDays() == null ? 0 : rule.payoutDelayDays());
        return new PaymentDates(accrued, held, due);
    }

    private static LocalDate end(CommissionRule.PayoutCycle cycle, LocalDate day) {
        return switch (cycle) {
            case NONE -> day;
            case HALF_MONTH -> day.getDayOfMonth() <= HALF ? day.withDayOfMonth(HALF) : endOfMonth(day);
            case MONTH -> endOfMonth(day);
            case QUARTER -> endOfMonth(day.withDayOfMonth(1).withMonth(lastMonth(day, 3)));
            case HALF_YEAR -> endOfMonth(day.withDayOfMonth(1).withMonth(lastMonth(day, 6)));
            case YEAR -> endOfMonth(day.withDayOfMonth(1).withMonth(Month.DECEMBER.getValue()));
        };
    }

    private static int lastMonth(LocalDate day, int months) {
        return (day.getMonthValue() + months - 1) / months * months;
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }
}
