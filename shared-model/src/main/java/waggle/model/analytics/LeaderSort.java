package waggle.model.analytics;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures by which partners are compared. */
public enum LeaderSort {
    WON_VALUE,
    WON_COUNT,
    OPEN_VALUE,
    WIN_RATE,
    CONVERSION_RATE,
    COMMISSION_DUE,
    COMMISSION_PAID;

    /** The name in a request: {@code won_value}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Partners without a rate come last in both directions, and equals in the order of their uuids. */
    Comparator<Leaders.Tally> order(boolean descending, String currency) {
        Comparator<BigDecimal> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Leaders.Tally tally) -> value(tally, currency), Comparator.nullsLast(values))
                .thenComparing(Leaders.Tally::uuid);
    }

    private @Nullable BigDecimal value(Leaders.Tally tally, String currency) {
        return switch (this) {
            case WON_VALUE -> tally.deals.won.in(currency);
            case WON_COUNT -> BigDecimal.valueOf(tally.deals.wonCount);
            case OPEN_VALUE -> tally.deals.open.in(currency);
            case WIN_RATE -> tally.deals.winRate();
            case CONVERSION_RATE -> tally.conversionRate();
            case COMMISSION_DUE -> tally.due.in(currency);
            case COMMISSION_PAID -> tally.paid.in(currency);
        };
    }
}
