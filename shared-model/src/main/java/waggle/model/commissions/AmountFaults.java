package waggle.model.commissions;

import static waggle.model.commissions.Amount.Option.FIXED;
import static waggle.model.commissions.Amount.Option.PERCENTAGE;
import static waggle.model.commissions.Amount.Option.PER_UNIT;
import static waggle.model.commissions.Amount.Option.SCALING;
import static waggle.model.commissions.Amount.Option.VOLUME;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The faults of amounts: what each option needs, and what it has no use for (docs/commissions.md, "Amounts"). */
final class AmountFaults {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<Amount.Option> PLAIN = EnumSet.of(FIXED, PERCENTAGE, PER_UNIT);

    private final Findings found;

    AmountFaults(Findings found) {
        this.found = found;
    }

    /** The amount of a part. What it says about base, units and bounds holds for its tiers and rates too. */
    void ofPart(String at, Part part) {
        var option = part.option();
        if (option == null) {
            found.add(at + ".option", "is required: fixed, percentage, per_unit, scaling or volume");
            return;
        }
        if (option == SCALING) {
            found.required(at + ".scaling", part.scaling(), "for option scaling: a field and its tiers");
        } else {
            found.absent(at + ".scaling", part.scaling(), "unless the option is scaling");
        }
        if (option == VOLUME) {
            found.required(at + ".volume", part.volume(), "for option volume: a measure and its tiers");
        } else {
            found.absent(at + ".volume", part.volume(), "unless the option is volume");
        }
        bounds(at, part, part);
        if (PLAIN.contains(option)) {
            plain(at, option, part, part);
            return;
        }
        found.absent(at + ".value", part.value(), "for option %s: each tier has its own".formatted(named(option)));
        if (option == SCALING && part.scaling() != null) {
            scaling(at + ".scaling", part.scaling(), part);
        }
        if (option == VOLUME && part.volume() != null) {
            volume(at + ".volume", part.volume(), part);
        }
    }

    /** The amount of a rate or a tier, which takes over from the amount around it what it does not say itself. */
    void inner(String at, Amount amount, Amount outer) {
        var option = Optional.ofNullable(amount.option())
                .or(() -> Optional.ofNullable(outer.option()).filter(PLAIN::contains));
        if (option.isEmpty()) {
            found.add(at + ".option", "is required: fixed, percentage or per_unit");
        } else if (!PLAIN.contains(option.get())) {
            found.add(at + ".option", "must be fixed, percentage or per_unit here");
        } else {
            bounds(at, amount, outer);
            plain(at, option.get(), amount, outer);
        }
    }

    private void plain(String at, Amount.Option option, Amount amount, Amount outer) {
        if (option == PERCENTAGE) {
            found.required(at + ".value", amount.value(), "for option percentage, like 12.5");
            found.check(
                    amount.value() == null || amount.value().compareTo(HUNDRED) <= 0,
                    at + ".value",
                    "must be a percentage up to 100, like 12.5");
        } else {
            found.required(at + ".value", amount.value(), "for option %s, like 150".formatted(named(option)));
            found.money(at + ".value", amount.value());
        }
        if (option == PER_UNIT) {
            found.required(
                    at + ".base_field_key",
                    either(amount, outer, Amount::baseFieldKey),
                    "for option per_unit: the key of a number field of deals, like seats");
        } else {
            found.absent(at + ".max_units", amount.maxUnits(), "unless the option is per_unit");
        }
        if (option == FIXED) {
            found.absent(at + ".base_field_key", amount.baseFieldKey(), "for option fixed");
        }
    }

    private void bounds(String at, Amount amount, Amount outer) {
        found.money(at + ".min_value", amount.minValue());
        found.money(at + ".max_value", amount.maxValue());
        var least = either(amount, outer, Amount::minValue);
        var most = either(amount, outer, Amount::maxValue);
        if (least != null && most != null && least.compareTo(most) > 0) {
            var field = amount.maxValue() == null ? ".min_value" : ".max_value";
            found.add(
                    at + field,
                    amount.maxValue() == null ? "must not be above max_value" : "must not be below min_value");
        }
    }

    private static <V> @Nullable V either(Amount amount, Amount outer, Function<Amount, @Nullable V> field) {
        var own = field.apply(amount);
        return own == null ? field.apply(outer) : own;
    }

    private void scaling(String at, Scaling scaling, Part part) {
        var options = new HashSet<String>();
        for (var i = 0; scaling.tiers() != null && i < scaling.tiers().size(); i++) {
            var tier = scaling.tiers().get(i);
            if (tier != null) {
                var place = "%s.tiers[%d]".formatted(at, i);
                var isNew = tier.optionId() == null || options.add(tier.optionId());
                found.check(isNew, place + ".option_id", "must appear only once");
                inner(place, tier, part);
            }
        }
    }

    private void volume(String at, Volume volume, Part part) {
        if (volume.tiers() == null || volume.measure() == null || volume.apply() == null) {
            return;
        }
        var isMarginal = volume.apply() == Volume.Apply.MARGINAL;
        found.check(
                !isMarginal || volume.measure() == Volume.Measure.DEAL_VALUE,
                at + ".apply",
                "must be next or whole for measure deal_count");
        if (isMarginal) {
            baseIsTheDeal(at.replaceAll("volume$", "base_field_key"), part);
        }
        BigDecimal before = null;
        for (var i = 0; i < volume.tiers().size(); i++) {
            var tier = volume.tiers().get(i);
            if (tier == null || tier.from() == null) {
                continue;
            }
            var place = "%s.tiers[%d]".formatted(at, i);
            from(place + ".from", volume.measure(), tier.from(), before);
            before = tier.from();
            if (isMarginal) {
                found.check(
                        tier.option() == PERCENTAGE || tier.option() == null,
                        place + ".option",
                        "must be percentage for marginal tiers");
                baseIsTheDeal(place + ".base_field_key", tier);
            }
            inner(place, tier, part);
        }
    }

    private void baseIsTheDeal(String at, Amount amount) {
        found.absent(at, amount.baseFieldKey(), "for marginal tiers: they divide the value of the deal");
    }

    private void from(String at, Volume.Measure measure, BigDecimal from, @Nullable BigDecimal before) {
        found.check(
                before == null || from.compareTo(before) > 0,
                at,
                "must be above the tier before, like " + ceiling(Objects.requireNonNullElse(before, BigDecimal.ZERO)));
        if (measure == Volume.Measure.DEAL_VALUE) {
            found.money(at, from);
        } else {
            found.check(Findings.isWhole(from), at, "must be a whole number of deals, like 26");
        }
    }

    /** A number above another that is out of no bounds itself. */
    private static String ceiling(BigDecimal number) {
        return (long) number.precision() - number.scale() > Amount.DIGITS
                ? "26"
                : Long.toString(number.longValue() + 1);
    }

    private static String named(Amount.Option option) {
        return option.name().toLowerCase(Locale.ROOT);
    }
}
