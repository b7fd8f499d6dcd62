package waggle.model.analytics;

import java.math.BigDecimal;

/**
 * A sum in one currency.
 *
 * @param currencyCode ISO 4217
 * @param value the sum
 */
public record CurrencyValue(String currencyCode, BigDecimal value) {}
