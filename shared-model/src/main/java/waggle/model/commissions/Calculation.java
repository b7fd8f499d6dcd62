package waggle.model.commissions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.customfields.CustomField;

/**
 * How much an entry pays, and how often (docs/commissions.md, "Calculations").
 *
 * @param type one payment, payments that recur, or both
 * @param option how the amount is said
 * @param value above 0: percent up to 100, or money below 10^12 with the decimal places of the currency
 * @param baseFieldKey key of a number field of deals
 * @param maxUnits 1 to 1,000,000
 * @param minValue at least 0
 * @param maxValue at least 0 and not below {@code min_value}
 * @param scaling for the option scaling
 * @param volume for the option volume
 * @param occurrences number of recurring payments, 1 to 120; as long as the deal is won if absent
 * @param period from one recurring payment to the next
 * @param periodRates other amounts for ranges of occurrences, ascending without gap or overlap
 * @param spread whether the amount is the whole, in equal parts; each occurrence pays the amount otherwise
 * @param revenue whether an occurrence waits until its base is reported
 * @param split the parts of a split
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Calculation(
        @NotNull Type type,
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
        BigDecimal maxValue,

        @Nullable @Valid Scaling scaling,
        @Nullable @Valid Volume volume,
        @Nullable @Min(1) @Max(Calculation.MOST_OCCURRENCES) Integer occurrences,
        @Nullable Period period,
        @Size(max = Calculation.MOST_OCCURRENCES) List<@NotNull @Valid PeriodRate> periodRates,
        @Nullable Boolean spread,
        @Nullable Revenue revenue,
        @Nullable @Valid Split split)
        implements Amount {
    /** The most occurrences of a calculation that ends. */
    public static final int MOST_OCCURRENCES = 120;

    /** Whether a calculation pays once, again and again, or both. */
    public enum Type {
        ONE_OFF,
        RECURRING,
        SPLIT
    }

    /** The time from one occurrence to the next. */
    public enum Period {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    /** Where the base of an occurrence comes from. */
    public enum Revenue {
        CONTRACTED,
        REPORTED
    }

    /**
     * Two independent parts of one calculation.
     *
     * @param oneOff a calculation of type one_off: occurrence 1
     * @param recurring a calculation of type recurring: occurrences from 2; its period rates still count from 1
     */
    @Introspected
    public record Split(
            @NotNull @Valid Part oneOff, @NotNull @Valid Part recurring) {}

    public Calculation {
        value = Amount.plain(value);
        minValue = Amount.plain(minValue);
        maxValue = Amount.plain(maxValue);
        periodRates = Objects.requireNonNullElse(periodRates, List.of());
    }

    /** The parts: two of a split, one of another calculation. */
    public List<Part> parts() {
        if (type == Type.SPLIT) {
            var both = Objects.requireNonNull(split);
            return List.of(both.oneOff().as(Part.Type.ONE_OFF), both.recurring().as(Part.Type.RECURRING));
        }
        return List.of(new Part(
                type == Type.ONE_OFF ? Part.Type.ONE_OFF : Part.Type.RECURRING,
                option,
                value,
                baseFieldKey,
                maxUnits,
                minValue,
                maxValue,
                scaling,
                volume,
                occurrences,
                period,
                periodRates,
                spread,
                revenue));
    }
}
