package waggle.model.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;

/** Sums by currency. Nothing is converted. */
final class Money {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    void add(@Nullable String currency, @Nullable BigDecimal value) {
        if (currency != null && value != null) {
            sums.merge(currency, value, BigDecimal::add);
        }
    }

    BigDecimal in(String currency) {
        return Decimals.plain(sums.getOrDefault(currency, BigDecimal.ZERO));
    }

    List<CurrencyValue> list() {
        return sums.entrySet().stream()
                .map(sum -> new CurrencyValue(sum.getKey(), Decimals.plain(sum.getValue())))
                .toList();
    }

    /** A part of a whole in per cent with two decimal places, half-even; null if there is no whole. */
    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : Decimals.plain(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN));
    }
}
