package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one occurrence is worth, and why (docs/commissions.md, "Rounding").
 *
 * @param value with the decimal places of the currency, at least 0
 * @param why sentences that a partner can read, one per decision
 */
public record Price(BigDecimal value, List<String> why) {

    /** The price of one of several equal parts. */
    public Price divided(BigDecimal part, int number) {
        return new Price(
                part,
                Stream.concat(why.stream(), Stream.of("The whole is divided into %d payments.".formatted(number)))
                        .toList());
    }
}
