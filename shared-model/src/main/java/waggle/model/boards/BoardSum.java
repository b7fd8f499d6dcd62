package waggle.model.boards;

import java.math.BigDecimal;

/**
 * A sum in one currency.
 *
 * @param currencyCode ISO 4217
 * @param dealValue the sum of the values of deals
 */
public record BoardSum(String currencyCode, BigDecimal dealValue) {}
