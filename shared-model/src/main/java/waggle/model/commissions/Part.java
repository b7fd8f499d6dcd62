package waggle.model.commissions;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.customfields.CustomField;

/**
 * One part of a calculation: a payment, or payments that recur. The fields are those of {@link Calculation}.
 *
 * @param type the part of a split has the type of its name; absent there means the same
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
 * @param periodRates other amounts for ranges of occurrences, counted from 1 within the part
 * @param spread whether the amount is the whole, in equal parts
 * @param revenue whether an occurrence waits until its base is reported
 */
@Introspected
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Part(
        @Nullable Type type,
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
        Calculation.@Nullable Period period,
        @Size(max = Calculation.MOST_OCCURRENCES) List<@NotNull @Valid PeriodRate> periodRates,
        @Nullable Boolean spread,
        Calculation.@Nullable Revenue revenue)
        implements Amount {
    /** Whether a part pays once or again and again. */
    public enum Type {
        ONE_OFF,
        RECURRING
    }

    public Part {
        value = Amount.plain(value);
        minValue = Amount.plain(minValue);
        maxValue = Amount.plain(maxValue);
        periodRates = Objects.requireNonNullElse(periodRates, List.of());
    }

    /** Whether the part goes on as long as the deal is won. */
    public boolean isOpenEnded() {
        return type == Type.RECURRING && occurrences == null;
    }

    /** Whether the amount is divided over the occurrences. */
    public boolean isSpread() {
        return Boolean.TRUE.equals(spread);
    }

    /** Whether an occurrence waits until its base is reported. */
    public boolean isReported() {
        return revenue == Calculation.Revenue.REPORTED;
    }

    /** The number of occurrences; {@link Integer#MAX_VALUE} without an end. */
    public int number() {
        if (type != Type.RECURRING) {
            return 1;
        }
        return occurrences == null ? Integer.MAX_VALUE : occurrences;
    }

    /** The rate of an occurrence, counted from 1 within the part; empty where the part's own amount applies. */
    public Optional<PeriodRate> rate(int occurrence) {
        return periodRates.stream().filter(rate -> rate.has(occurrence)).findFirst();
    }

    Part as(Type is) {
        return new Part(
                is,
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
                revenue);
    }
}
