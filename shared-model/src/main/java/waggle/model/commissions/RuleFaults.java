package waggle.model.commissions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;

/**
 * The faults of a rule that no single field has (docs/commissions.md). The rule may have other faults: any part of it may be
 * missing.
 */
final class RuleFaults {
    private final Findings found = new Findings();
    private final AmountFaults amounts = new AmountFaults(found);
    private final CommissionRule rule;

    private RuleFaults(CommissionRule rule) {
        this.rule = rule;
    }

    static List<Fault> of(CommissionRule rule) {
        return new RuleFaults(rule).all();
    }

    private List<Fault> all() {
        deals();
        found.money("minimum_payout", rule.minimumPayout());
        if (rule.maxPerPartner() != null) {
            limit(rule.maxPerPartner());
        }
        for (var i = 0; rule.entries() != null && i < rule.entries().size(); i++) {
            var entry = rule.entries().get(i);
            if (entry != null) {
                entry("entries[%d]".formatted(i), entry);
            }
        }
        return found.all(rule.currencyCode());
    }

    private void deals() {
        found.money("min_deal_value", rule.minDealValue());
        found.money("max_deal_value", rule.maxDealValue());
        found.check(
                isAscending(rule.minDealValue(), rule.maxDealValue()),
                "max_deal_value",
                "must be above min_deal_value, like 5000");
        found.check(
                rule.validFrom() == null
                        || rule.validUntil() == null
                        || !rule.validUntil().isBefore(rule.validFrom()),
                "valid_until",
                "must not be before valid_from, like " + rule.validFrom());
        found.check(
                RuleReferences.number(rule) <= RuleReferences.MOST,
                "partner_uuids",
                "must be fewer: a rule names at most %d tiers, categories, partners, stages and fields, like 50 partners"
                        .formatted(RuleReferences.MOST));
    }

    private static boolean isAscending(@Nullable BigDecimal least, @Nullable BigDecimal below) {
        return least == null || below == null || least.compareTo(below) < 0;
    }

    private void limit(MaxPerPartner most) {
        if (most.measure() == MaxPerPartner.Measure.AMOUNT) {
            found.money("max_per_partner.limit", most.limit());
        } else if (most.measure() == MaxPerPartner.Measure.DEALS && most.limit() != null) {
            found.check(
                    Findings.isWhole(most.limit()),
                    "max_per_partner.limit",
                    "must be a whole number of deals, like 26");
        }
    }

    private void entry(String at, RuleEntry entry) {
        var trigger = entry.trigger();
        found.check(
                trigger == null || trigger.stageUuid() != null || trigger.customFieldKey() != null,
                at + ".trigger",
                "must have stage_uuid or custom_field_key, like {\"custom_field_key\":\"paid\"}");
        if (entry.calculation() != null) {
            calculation(at + ".calculation", entry.calculation());
        }
    }

    private void calculation(String at, Calculation calculation) {
        if (calculation.type() == Calculation.Type.SPLIT) {
            split(at, calculation);
        } else if (calculation.type() != null) {
            found.absent(at + ".split", calculation.split(), "unless the type is split");
            part(at, calculation.parts().getFirst());
        }
    }

    private void split(String at, Calculation whole) {
        var why = "for type split: it stands in the parts of split";
        found.absent(at + ".option", whole.option(), why);
        found.absent(at + ".value", whole.value(), why);
        found.absent(at + ".base_field_key", whole.baseFieldKey(), why);
        found.absent(at + ".max_units", whole.maxUnits(), why);
        found.absent(at + ".min_value", whole.minValue(), why);
        found.absent(at + ".max_value", whole.maxValue(), why);
        found.absent(at + ".scaling", whole.scaling(), why);
        found.absent(at + ".volume", whole.volume(), why);
        found.absent(at + ".occurrences", whole.occurrences(), why);
        found.absent(at + ".period", whole.period(), why);
        found.absent(at + ".period_rates", whole.periodRates(), why);
        found.absent(at + ".spread", whole.spread(), why);
        found.absent(at + ".revenue", whole.revenue(), why);
        found.required(at + ".split", whole.split(), "for type split: one_off and recurring, each with an amount");
        if (whole.split() != null) {
            part(at + ".split.one_off", whole.split().oneOff(), Part.Type.ONE_OFF);
            part(at + ".split.recurring", whole.split().recurring(), Part.Type.RECURRING);
        }
    }

    private void part(String at, @Nullable Part part, Part.Type type) {
        if (part != null) {
            found.check(
                    part.type() == null || part.type() == type,
                    at + ".type",
                    type == Part.Type.ONE_OFF ? "must be one_off here" : "must be recurring here");
            part(at, part.as(type));
        }
    }

    private void part(String at, Part part) {
        if (part.type() == Part.Type.ONE_OFF) {
            var why = "for type one_off: it pays once";
            found.absent(at + ".occurrences", part.occurrences(), why);
            found.absent(at + ".period", part.period(), why);
            found.absent(at + ".period_rates", part.periodRates(), why);
            found.absent(at + ".spread", part.spread(), why);
        } else {
            found.required(at + ".period", part.period(), "for type recurring: month, quarter or year");
            spread(at + ".spread", part);
            rates(at + ".period_rates", part);
        }
        amounts.ofPart(at, part);
    }

    private void spread(String at, Part part) {
        if (part.isSpread()) {
            found.check(
                    part.occurrences() != null, at, "must be absent without occurrences: there is no number of parts");
            found.check(part.periodRates().isEmpty(), at, "must be absent with period_rates: the parts are equal");
            found.check(!part.isReported(), at, "must be absent with revenue reported: there is no whole to divide");
        }
    }

    /** Ranges follow each other without gap or overlap; only the last has no end. */
    private void rates(String at, Part part) {
        var ranges = part.periodRates().stream().filter(Objects::nonNull).toList();
        for (var i = 0; i < ranges.size(); i++) {
            var place = "%s[%d]".formatted(at, i);
            var range = ranges.get(i);
            amounts.inner(place, range, part);
            if (range.fromOccurrence() == null) {
                continue;
            }
            var end = i == 0 ? null : ranges.get(i - 1).toOccurrence();
            if (end != null) {
                found.check(
                        range.fromOccurrence() == end + 1,
                        place + ".from_occurrence",
                        "must be %d, the occurrence after the range before".formatted(end + 1));
            }
            found.check(
                    part.occurrences() == null || range.fromOccurrence() <= part.occurrences(),
                    place + ".from_occurrence",
                    "must be at most %d, the number of occurrences".formatted(part.occurrences()));
            found.check(
                    range.toOccurrence() == null || range.toOccurrence() >= range.fromOccurrence(),
                    place + ".to_occurrence",
                    "must not be below from_occurrence, like %d".formatted(range.fromOccurrence()));
            found.check(
                    range.toOccurrence() != null || i == ranges.size() - 1,
                    place + ".to_occurrence",
                    "is required in every range but the last, like %d".formatted(range.fromOccurrence()));
        }
    }
}
