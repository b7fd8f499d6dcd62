package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import waggle.model.commissions.Part;
import waggle.model.commissions.Volume;
import waggle.model.commissions.VolumeTier;

/** Calculates one price: base, rate, least and most, and one rounding, half to even (docs/commissions.md, "Rounding"). */
public final class Pricing {
    private final Base base;
    private final List<String> why = new ArrayList<>();
    private BigDecimal units = BigDecimal.ZERO;

    private Pricing(Base base) {
        this.base = base;
    }

    /**
     * The price of an occurrence; of a part that is spread, of the whole.
     *
     * @param occurrence counted from 1 within the part
     */
    public static Price of(Part part, int occurrence, Base base) {
        return new Pricing(base).rounded(part, occurrence);
    }

    private Price rounded(Part part, int occurrence) {
        var outer = Terms.of(part);
        var exact = exact(part.rate(occurrence).map(outer::inner).orElse(outer));
        var value = exact.setScale(base.digits(), RoundingMode.HALF_EVEN);
        if (value.compareTo(exact) != 0) {
            say("%s is rounded to %s (half to even).".formatted(base.money(exact), base.money(value)));
        }
        return new Price(value, units, List.copyOf(why));
    }

    private BigDecimal exact(Terms terms) {
        return clamped(terms, raw(terms));
    }

    private BigDecimal raw(Terms terms) {
        return switch (terms.option()) {
            case FIXED -> {
                say("The amount is fixed at %s.".formatted(base.money(terms.number())));
                yield terms.number();
            }
            case PERCENTAGE -> percentage(terms);
            case PER_UNIT -> perUnit(terms);
            case SCALING -> scaled(terms);
            case VOLUME -> byVolume(terms, Objects.requireNonNull(terms.volume()));
        };
    }

    private BigDecimal percentage(Terms terms) {
        var of = base.number(terms.baseFieldKey());
        var result = percent(terms.number(), of);
        say("%s %% of %s%s is %s."
                .formatted(Numbers.text(terms.number(), 0), base.money(of), source(terms), base.money(result)));
        return result;
    }

    private static BigDecimal percent(BigDecimal percent, BigDecimal of) {
        return of.multiply(percent).movePointLeft(2);
    }

    private String source(Terms terms) {
        if (base.isReported()) {
            return " (as reported)";
        }
        return terms.baseFieldKey() == null ? "" : " (the field %s)".formatted(terms.baseFieldKey());
    }

    private BigDecimal perUnit(Terms terms) {
        var all = base.number(terms.baseFieldKey());
        var paid = terms.maxUnits() == null ? all : all.min(BigDecimal.valueOf(terms.maxUnits()));
        var result = terms.number().multiply(paid);
        units = paid;
        if (paid.compareTo(all) < 0) {
            say("%s units are paid of %s, the most of the rule."
                    .formatted(Numbers.text(paid, 0), Numbers.text(all, 0)));
        }
        say("%s for each of %s units%s is %s."
                .formatted(base.money(terms.number()), Numbers.text(paid, 0), source(terms), base.money(result)));
        return result;
    }

    private BigDecimal scaled(Terms terms) {
        var scaling = Objects.requireNonNull(terms.scaling());
        var option = base.option(scaling.customFieldKey());
        var tier = scaling.tiers().stream()
                .filter(each -> each.optionId().equals(option))
                .findFirst();
        if (tier.isEmpty()) {
            say("The field %s has no option that is paid.".formatted(scaling.customFieldKey()));
            return BigDecimal.ZERO;
        }
        say("The option %s of the field %s decides the rate.".formatted(option, scaling.customFieldKey()));
        return exact(terms.inner(tier.get()));
    }

    private BigDecimal byVolume(Terms terms, Volume volume) {
        if (volume.apply() == Volume.Apply.MARGINAL) {
            return marginal(terms, volume);
        }
        var level = volume.apply() == Volume.Apply.WHOLE
                ? base.sales().whole(base.deal(), volume)
                : base.sales().upTo(base.deal(), volume);
        return tier(volume, level)
                .map(tier -> {
                    say("The level of the %s is %s.".formatted(named(volume), Numbers.text(level, 0)));
                    return exact(terms.inner(tier));
                })
                .orElseGet(() -> {
                    say("The level of the %s is %s, below the first that is paid."
                            .formatted(named(volume), Numbers.text(level, 0)));
                    return BigDecimal.ZERO;
                });
    }

    private static String named(Volume volume) {
        return volume.period().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<VolumeTier> tier(Volume volume, BigDecimal level) {
        return volume.tiers().stream()
                .filter(tier -> tier.from().compareTo(level) <= 0)
                .max(Comparator.comparing(VolumeTier::from));
    }

    /** Each slice of the value has the rate of the tier in which it lies. */
    private BigDecimal marginal(Terms terms, Volume volume) {
        var start = base.sales().before(base.deal(), volume);
        var end = start.add(base.number(null));
        var sum = BigDecimal.ZERO;
        for (var i = 0; i < volume.tiers().size(); i++) {
            var tier = volume.tiers().get(i);
            var from = tier.from().max(start);
            var to = i + 1 < volume.tiers().size()
                    ? volume.tiers().get(i + 1).from().min(end)
                    : end;
            if (from.compareTo(to) < 0) {
                var slice = to.subtract(from);
                var paid = clamped(terms.inner(tier), percent(Objects.requireNonNull(tier.value()), slice));
                say("%s %% of the %s from %s to %s is %s."
                        .formatted(
                                Numbers.text(tier.value(), 0),
                                base.money(slice),
                                base.money(from),
                                base.money(to),
                                base.money(paid)));
                sum = sum.add(paid);
            }
        }
        return sum;
    }

    private BigDecimal clamped(Terms terms, BigDecimal amount) {
        if (amount.signum() == 0) {
            return amount;
        }
        if (terms.minValue() != null && amount.compareTo(terms.minValue()) < 0) {
            say("The least of one payment is %s.".formatted(base.money(terms.minValue())));
            return terms.minValue();
        }
        if (terms.maxValue() != null && amount.compareTo(terms.maxValue()) > 0) {
            say("The most of one payment is %s.".formatted(base.money(terms.maxValue())));
            return terms.maxValue();
        }
        return amount;
    }

    private void say(String sentence) {
        why.add(sentence);
    }
}
