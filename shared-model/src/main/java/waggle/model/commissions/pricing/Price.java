package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one occurrence is worth, and why (docs/commissions.md, "Rounding").
 *
 * @param value with the decimal places of the currency, at least 0
 * @param units that are paid; 0 of an amount that is not per unit
 * @param why sentences that a partner can read, one per decision
 */
public record Price(BigDecimal value, BigDecimal units, List<String> why) {
    /** Nothing, for a reason. */
    public static Price nothing(String why) {
        return new Price(BigDecimal.ZERO, BigDecimal.ZERO, List.of(why));
    }

    /** The same with another value. */
    public Price with(BigDecimal other) {
        return new Price(other, units, why);
    }

    /** The same with a reason before the others. */
    public Price because(String reason) {
        return new Price(
                value, units, Stream.concat(Stream.of(reason), why.stream()).toList());
    }

    /** The price of one of several equal parts. */
    public Price divided(BigDecimal part, int number) {
        return new Price(
                part,
                units,
                Stream.concat(why.stream(), Stream.of("The whole is divided into %d payments.".formatted(number)))
                        .toList());
    }
}
