package waggle.model.commissions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;

/**
 * How much one payment is (docs/commissions.md, "Amounts"). The same fields stand in a calculation, a rate of a period, and
 * a tier of a scaling or a volume.
 */
public sealed interface Amount permits Calculation, Part, PeriodRate, ScalingTier, VolumeTier {
    /** Digits before the point: amounts of money are below 10^12. */
    int DIGITS = 12;

    /** Digits after the point of a percentage, and of money in the currency with the smallest unit. */
    int PLACES = 4;

    /** The form of a percentage or of an amount of money that is paid. */
    String EXPECTED = "must be a number above 0 and below 10^12 with up to 4 decimals, like 12.5";

    /** The form of a bound. */
    String MONEY = "must be an amount from 0 and below 10^12, like 1500.50";

    /** The option; null where the amount is that of the parts of a split. */
    @Nullable
    Option option();

    /** Percent, an amount of money, or an amount of money for each unit; null for a scaling and a volume. */
    @Nullable
    BigDecimal value();

    /** Key of the number field of the deal that is taken instead of the deal's value, or that has the units. */
    @Nullable
    String baseFieldKey();

    /** The most units that are paid. */
    @Nullable
    Integer maxUnits();

    /** The least of one payment before it is rounded; it does not lift a zero. */
    @Nullable
    BigDecimal minValue();

    /** The most of one payment before it is rounded. */
    @Nullable
    BigDecimal maxValue();

    /** Amounts by an option of a select field; null for other options. */
    default @Nullable Scaling scaling() {
        return null;
    }

    /** Amounts by what the partner sold; null for other options. */
    default @Nullable Volume volume() {
        return null;
    }

    /** Whether the amount has money in it, so that the rule needs a currency. */
    default boolean hasMoney() {
        return option() == Option.FIXED || option() == Option.PER_UNIT || minValue() != null || maxValue() != null;
    }

    /** The form in which equal numbers are equal values; what is out of bounds stays as it is, because it is refused later. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.plain(number);
    }

    /** The ways to say an amount. */
    enum Option {
        FIXED,
        PERCENTAGE,
        SCALING,
        PER_UNIT,
        VOLUME
    }
}
