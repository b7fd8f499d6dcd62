package waggle.model.commissions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much one payment is (docs/commissions.md, "Amounts"). The same fields stand in a calculation, a rate of a period, and
 * a tier of a scaling or a volume.
 */
public sealed interface Amount permits Calculation, Part, PeriodRate, ScalingTier, VolumeTier {
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

    /** The ways to say an amount. */
    enum Option {
        FIXED,
        PERCENTAGE,
        SCALING,
        PER_UNIT,
        VOLUME
    }
}
