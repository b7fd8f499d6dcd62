package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.Amount;
import waggle.model.commissions.Scaling;
import waggle.model.commissions.Volume;

/** An amount with what it takes over from the amount around it: what is absent in a tier or a rate is said there. */
record Terms(
        Amount.Option option,
        @Nullable BigDecimal value,
        @Nullable String baseFieldKey,
        @Nullable Integer maxUnits,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue,
        @Nullable Scaling scaling,
        @Nullable Volume volume) {

    static Terms of(Amount amount) {
        return new Terms(
                Objects.requireNonNull(amount.option()),
                amount.value(),
                amount.baseFieldKey(),
                amount.maxUnits(),
                amount.minValue(),
                amount.maxValue(),
                amount.scaling(),
                amount.volume());
    }

    /** The terms of an amount inside of this one. */
    Terms inner(Amount amount) {
        return new Terms(
                Objects.requireNonNullElse(amount.option(), option),
                amount.value(),
                or(amount.baseFieldKey(), baseFieldKey),
                or(amount.maxUnits(), maxUnits),
                or(amount.minValue(), minValue),
                or(amount.maxValue(), maxValue),
                null,
                null);
    }

    private static <V> @Nullable V or(@Nullable V own, @Nullable V outer) {
        return own == null ? outer : own;
    }

    BigDecimal number() {
        return Objects.requireNonNull(value);
    }
}
