package waggle.model.leads;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Fault;

/** Amounts of money: numbers in whole units of a currency (docs/api.md, "Names"). */
public final class Money {
    /** Digits before the point of the largest amount. */
    public static final int DIGITS = 15;

    /** Digits after the point of the currency with the smallest unit. */
    public static final int PLACES = 4;

    public static final String EXPECTED = "must be an amount like 1500.50";

    private Money() {}

    /** The fault of an amount with more digits after the point than its currency has; none of an absent amount. */
    public static List<Fault> faults(String field, @Nullable BigDecimal amount, String currencyCode) {
        if (amount == null) {
            return List.of();
        }
        var places = Currency.getInstance(currencyCode).getDefaultFractionDigits();
        return Decimals.plain(amount).scale() <= places
                ? List.of()
                : List.of(
                        new Fault(field, "must have at most %d decimal places in %s".formatted(places, currencyCode)));
    }
}
