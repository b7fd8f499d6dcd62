package waggle.model.commissions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Fault;
import waggle.model.Formats;

/** The faults of one rule, and the amounts of money in it, each with the path of its field. */
final class Findings {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, BigDecimal> money = new LinkedHashMap<>();

    /** All faults, with those of the currency and of the amounts in it. */
    List<Fault> all(@Nullable String currency) {
        var all = new ArrayList<>(faults);
        var ofCode = Formats.currency("currency_code", currency);
        all.addAll(ofCode);
        if (currency == null) {
            money.keySet().stream()
                    .findFirst()
                    .map(first -> "is required with an amount of money (%s), like EUR".formatted(first))
                    .ifPresent(message -> all.add(new Fault("currency_code", message)));
        } else if (ofCode.isEmpty() && currency.matches(Formats.CURRENCY)) {
            var places = Currency.getInstance(currency).getDefaultFractionDigits();
            money.forEach((at, amount) -> {
                if (Decimals.plain(amount).scale() > places) {
                    all.add(new Fault(at, tooFine(places, currency)));
                }
            });
        }
        return all;
    }

    private static String tooFine(int places, String currency) {
        return "must have at most %d decimal places in %s, like %s"
                .formatted(places, currency, BigDecimal.valueOf(1_500).setScale(places));
    }

    void add(String at, String message) {
        faults.add(new Fault(at, message));
    }

    void check(boolean isRight, String at, String message) {
        if (!isRight) {
            add(at, message);
        }
    }

    /** An amount of money, if it is there. */
    void money(String at, @Nullable BigDecimal amount) {
        if (amount != null) {
            money.put(at, amount);
        }
    }

    void required(String at, @Nullable Object value, String why) {
        check(value != null, at, "is required " + why);
    }

    /** @param why such as {@code for type one_off} */
    void absent(String at, @Nullable Object value, String why) {
        var isAbsent =
                value == null || value.equals(false) || (value instanceof Collection<?> elements && elements.isEmpty());
        check(isAbsent, at, "must be absent " + why);
    }

    static boolean isWhole(BigDecimal number) {
        return Decimals.plain(number).scale() <= 0;
    }
}
