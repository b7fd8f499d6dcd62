package waggle.model.commissions;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The most that a rule pays one partner in a period (docs/commissions.md, "Limits").
 *
 * @param measure what is limited
 * @param limit above 0: an amount of money, a number of units or a number of deals
 * @param period in which it is counted, by the day on which a payment accrues
 */
@Introspected
public record MaxPerPartner(
        @NotNull Measure measure,

        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = Amount.EXPECTED)
        @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.EXPECTED)
        BigDecimal limit,

        @NotNull Span period) {
    /** What is limited. */
    public enum Measure {
        AMOUNT,
        UNITS,
        DEALS
    }

    /** Spans of time. */
    public enum Span {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        RULE;

        /** The first day of the span that has a day; one and the same for all days of a span without end. */
        public LocalDate start(LocalDate day) {
            return Volume.Span.valueOf(name()).start(day);
        }
    }

    public MaxPerPartner {
        limit = Amount.plain(limit);
    }
}
