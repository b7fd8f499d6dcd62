package waggle.model.commissions.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a price is calculated from.
 *
 * @param deal the deal
 * @param value the value of the deal, or the value that was reported for the occurrence
 * @param currency ISO 4217
 * @param customFields of the deal
 * @param sales of the partner under the rule; needed for a volume only
 * @param isReported whether the value was reported: it is the base then, whichever field has it otherwise
 */
public record Base(
        UUID deal,
        @Nullable BigDecimal value,
        String currency,
        ObjectNode customFields,
        Sales sales,
        boolean isReported) {

    /** The base of an occurrence whose revenue was reported. */
    public Base reported(BigDecimal base) {
        return new Base(deal, base, currency, customFields, sales, true);
    }

    /** Decimal places of the currency. */
    public int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** The number in a field, or the value; 0 where there is none and for what is below 0. */
    BigDecimal number(@Nullable String fieldKey) {
        var number = fieldKey == null || isReported
                ? Objects.requireNonNullElse(value, BigDecimal.ZERO)
                : customFields.path(fieldKey).isNumber()
                        ? customFields.path(fieldKey).decimalValue()
                        : BigDecimal.ZERO;
        return number.max(BigDecimal.ZERO);
    }

    String option(String fieldKey) {
        return customFields.path(fieldKey).asText();
    }

    /** An amount in a sentence: {@code 12.50 USD}. */
    String money(BigDecimal amount) {
        return "%s %s".formatted(Numbers.text(amount, digits()), currency);
    }
}
