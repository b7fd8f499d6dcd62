package waggle.model.leads;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.declaration.Write;

/** Amounts of money: numbers in whole units of a currency (docs/api.md, "Names"). */
public final class Money {
    /** Digits before the point of the largest amount. */
    public static final int DIGITS = 15;

    /** Digits after the point of the currency with the smallest unit. */
    public static final int PLACES = 4;

    public static final String EXPECTED = "must be an amount like 1500.50";

    private Money() {}

    /**
     * The currency of an amount: the written one, or else the company's.
     *
     * @throws WaggleException if the amount has more digits after the point than the currency has
     */
    public static String currency(
            Write write, String field, @Nullable BigDecimal amount, @Nullable String currencyCode) {
        var currency = Objects.requireNonNullElseGet(currencyCode, () -> Company.currency(write));
        var places = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount != null && Decimals.plain(amount).scale() > places) {
            throw WaggleException.invalid(
                    List.of(new Fault(field, "must have at most %d decimal places in %s".formatted(places, currency))));
        }
        return currency;
    }
}
