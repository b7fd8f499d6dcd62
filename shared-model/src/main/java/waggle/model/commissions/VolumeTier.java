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
 * The amount from one level of a volume on (docs/commissions.md, "Volumes").
 *
 * @param from the lowest level of the tier: a count of deals or an amount of money
 * @param option how the amount is said
 * @param value above 0: percent up to 100, or money below 10^12 with the decimal places of the currency
 * @param baseFieldKey key of a number field of deals
 * @param maxUnits 1 to 1,000,000
 * @param minValue at least 0
 * @param maxValue at least 0 and not below {@code min_value}
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VolumeTier(
        @NotNull @Min(0) @Digits(integer = Amount.DIGITS, fraction = Amount.PLACES, message = Amount.MONEY)
        BigDecimal from,

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
    public VolumeTier {
        from = Amount.plain(from);
        value = Amount.plain(value);
        minValue = Amount.plain(minValue);
        maxValue = Amount.plain(maxValue);
    }
}
