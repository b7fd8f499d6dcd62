package waggle.model.commissions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import waggle.model.customfields.CustomField;

/**
 * The amount of a range of occurrences of a recurring calculation (docs/commissions.md, "Calculations").
 *
 * @param fromOccurrence the first occurrence, from 1
 * @param toOccurrence the last occurrence; to the end if absent
 * @param option how the amount is said
 * @param value above 0: percent up to 100, or money below 10^12 with the decimal places of the currency
 * @param baseFieldKey key of a number field of deals
 * @param maxUnits 1 to 1,000,000
 * @param minValue at least 0
 * @param maxValue at least 0 and not below {@code min_value}
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PeriodRate(
        @NotNull @Min(1) @Max(Calculation.MOST_OCCURRENCES) Integer fromOccurrence,
        @Nullable @Min(1) @Max(Calculation.MOST_OCCURRENCES) Integer toOccurrence,
        @Nullable Option option,

        @Nullable
        @DecimalMin(value = "0", inclusive = false, message = Amount.EXPECTED)
        @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.EXPECTED)
        BigDecimal value,

        @Nullable @Size(max = CustomField.LONGEST_KEY) String baseFieldKey,
        @Nullable @Min(1) @Max(1_000_000) Integer maxUnits,

        @Nullable @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal minValue,

        @Nullable @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal maxValue)
        implements Amount {
    public PeriodRate {
        value = Amount.plain(value);
        minValue = Amount.plain(minValue);
        maxValue = Amount.plain(maxValue);
    }

    /** Whether an occurrence is in the range. */
    public boolean has(int occurrence) {
        return occurrence >= fromOccurrence && (toOccurrence == null || occurrence <= toOccurrence);
    }
}
