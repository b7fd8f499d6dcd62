package waggle.model.commissions.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionRule.RateAsOf;
import waggle.model.commissions.Part;
import waggle.model.commissions.engine.Assignment.Rate;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.commissions.pricing.Schedule;

/**
 * The rules that give the rates of a slot where a rate is looked up on each day of accrual. A rate that was looked up on its
 * day stays; one of a day to come is what would hold if nothing changed (docs/commissions.md, "Calculations").
 */
final class Rates {
    private final Inputs in;
    private final Assignment assignment;
    private final Map<LocalDate, Optional<RuleVersion>> ahead = new HashMap<>();

    Rates(Inputs in, Assignment assignment) {
        this.in = in;
        this.assignment = assignment;
    }

    static boolean areLookedUp(Assignment assignment, CommissionRule rule) {
        return assignment.ruleUuid() != null && rule.rateAsOf() == RateAsOf.OCCURRENCE;
    }

    /** Looks up the rates of the days that have come. */
    static CommissionState lookedUp(Inputs in, CommissionState state) {
        return state.with(state.assignments().stream()
                .map(assignment -> {
                    var rule = in.terms(state, assignment);
                    return areLookedUp(assignment, rule) ? new Rates(in, assignment).lookedUp(rule) : assignment;
                })
                .toList());
    }

    private Assignment lookedUp(CommissionRule rule) {
        var rates = new ArrayList<>(assignment.rates());
        var until = assignment.ratedUntil();
        for (var day : days(rule)) {
            if (until == null || day.isAfter(until)) {
                var now = looked(day).orElse(null);
                if (rates.isEmpty() || !Objects.equals(rates.getLast().rule(), now)) {
                    rates.add(new Rate(day, now));
                }
                until = day;
            }
        }
        return until == null ? assignment : assignment.rated(List.copyOf(rates), until);
    }

    /** The days of accrual that have come, in their order. */
    private SortedSet<LocalDate> days(CommissionRule rule) {
        var days = new TreeSet<LocalDate>();
        for (var entry = 0; entry < rule.entries().size(); entry++) {
            var anchor = assignment.entry(entry).anchor();
            var state = assignment.entry(entry);
            if (anchor != null && (state.isActive() || state.isEnding())) {
                rule.entries().get(entry).calculation().parts().stream()
                        .map(part -> new Schedule(rule, part, anchor))
                        .forEach(schedule -> IntStream.rangeClosed(1, schedule.accrued(state.last(in.today())))
                                .forEach(number ->
                                        days.add(schedule.dates(number).accruedOn())));
            }
        }
        return days;
    }

    /** The rule that gives the rate of a day; empty if none fits. */
    Optional<RuleVersion> on(LocalDate day) {
        var until = assignment.ratedUntil();
        if (until == null || day.isAfter(until)) {
            return ahead.computeIfAbsent(day, this::looked);
        }
        var rate = assignment.rates().getFirst();
        for (var next : assignment.rates()) {
            rate = next.from().isAfter(day) ? rate : next;
        }
        return Optional.ofNullable(rate.rule());
    }

    private Optional<RuleVersion> looked(LocalDate day) {
        return new Choice(in.rules(), in.deal(), day)
                .all().stream()
                        .filter(chosen -> chosen.slot().equals(assignment.slot()))
                        .findFirst()
                        .map(chosen -> new RuleVersion(
                                chosen.rule().uuid(), chosen.rule().version()));
    }

    /** The part that says the amount in the place of another one: of the same entry, and if there is one, of the same type. */
    static Optional<Part> part(VersionedRule rule, int entry, Part of) {
        var entries = rule.rule().entries();
        if (entry > entries.size()) {
            return Optional.empty();
        }
        var parts = entries.get(entry - 1).calculation().parts();
        return parts.stream()
                .filter(part -> part.type() == of.type())
                .findFirst()
                .or(() -> Optional.of(parts.getFirst()));
    }
}
