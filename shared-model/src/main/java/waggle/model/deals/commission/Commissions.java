package waggle.model.deals.commission;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.Decimals;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.Part;
import waggle.model.commissions.engine.Assignment;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.engine.Engine;
import waggle.model.commissions.engine.Engine.Line;
import waggle.model.commissions.engine.Inputs;
import waggle.model.commissions.engine.StandingPayment;
import waggle.model.commissions.view.CommissionOverride;
import waggle.model.commissions.view.CommissionView;
import waggle.model.commissions.view.RevenueReport;
import waggle.model.deals.CommissionCalculation;
import waggle.model.deals.Deal;
import waggle.model.declaration.Write;
import waggle.model.partners.Partner;

/** The commission of a deal, as clients read and set it (docs/commissions.md, "The commission of a deal"). */
public final class Commissions {
    private static final int LONGEST_EXPLANATION = 100;

    private Commissions() {}

    /**
     * The commission of a deal.
     *
     * @throws WaggleException if there is no such deal
     */
    public static CommissionView view(Write write, UUID deal) {
        var calculation = calculation(write, deal);
        var inputs = calculation.inputs();
        return view(inputs, inputs.state());
    }

    /** Sets the commission of a deal, instead of its rule. */
    public static CommissionView override(Write write, UUID deal, CommissionOverride override) {
        var calculation = calculation(write, deal);
        var partner = write.get(Deal.RESOURCE, deal).value().partnerUuid();
        var type = partner == null ? null : Partner.typeOf(write, partner);
        if (type == null) {
            throw WaggleException.conflict("A deal must have a partner_uuid before its commission is set");
        }
        var terms = override.rule(type);
        var faults = CommissionRule.RESOURCE.rules().faults(terms);
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
        var complete = CommissionRule.RESOURCE.rules().complete(write, null, terms);
        calculation.settle(state -> state.overridden(complete));
        return view(write, deal);
    }

    /** Returns a deal to its rule. */
    public static void returnToRule(Write write, UUID deal) {
        calculation(write, deal).settle(CommissionState::returned);
    }

    /** Tells the base of an occurrence, once. */
    public static CommissionView report(Write write, UUID deal, int number, RevenueReport report) {
        var calculation = calculation(write, deal);
        var state = calculation.inputs().state();
        var entry = Optional.ofNullable(report.entry())
                .or(() -> firstReported(calculation.inputs(), state))
                .orElseThrow(
                        () -> WaggleException.conflict("No entry of the rule waits for its revenue to be reported"));
        var place = CommissionState.place(entry, number);
        var before = state.reported().get(place);
        var base = Decimals.plain(report.baseValue());
        if (before != null && before.compareTo(base) != 0) {
            throw WaggleException.conflict(
                    "The base_value of occurrence %d was reported as %s; correct it with a payment of category adjustment"
                            .formatted(number, before.toPlainString()));
        }
        requireReported(calculation.inputs(), state, entry, number);
        calculation.settle(now -> now.reported(place, base));
        return view(write, deal);
    }

    private static Optional<Integer> firstReported(Inputs inputs, CommissionState state) {
        return state.main().flatMap(assignment -> {
            var entries = inputs.terms(state, assignment).entries();
            return Stream.iterate(1, entry -> entry <= entries.size(), entry -> entry + 1)
                    .filter(entry -> entries.get(entry - 1).calculation().parts().stream()
                            .anyMatch(Part::isReported))
                    .findFirst();
        });
    }

    private static void requireReported(Inputs inputs, CommissionState state, int entry, int number) {
        var isThere = state.main()
                .map(assignment -> inputs.terms(state, assignment).entries())
                .filter(entries -> entry <= entries.size())
                .map(entries -> entries.get(entry - 1).calculation().parts())
                .filter(parts -> {
                    var part = number == 1 ? parts.getFirst() : parts.getLast();
                    return part.isReported() && number <= part.number() + (long) parts.size() - 1;
                })
                .isPresent();
        if (!isThere) {
            throw WaggleException.conflict(
                    "Occurrence %d of entry %d does not wait for its revenue to be reported".formatted(number, entry));
        }
    }

    private static CommissionCalculation calculation(Write write, UUID deal) {
        return CommissionCalculation.get(write, deal);
    }

    static CommissionView view(Inputs inputs, CommissionState state) {
        var lines = Engine.lines(inputs, state);
        var main = state.main();
        return new CommissionView(
                main.map(Assignment::ruleUuid).orElse(null),
                main.map(Assignment::version).orElse(null),
                state.override() != null,
                inputs.deal().currency(),
                Decimals.plain(inputs.standing().stream()
                        .filter(payment -> payment.status() != StandingPayment.Status.CANCELLED)
                        .map(StandingPayment::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                state.assignments().stream()
                        .flatMap(assignment -> inputs.terms(state, assignment).entries().stream())
                        .flatMap(entry -> entry.calculation().parts().stream())
                        .anyMatch(Part::isOpenEnded),
                lines.stream()
                        .filter(line -> line.value().signum() != 0)
                        .map(line -> occurrence(inputs, line))
                        .limit(CommissionView.MOST)
                        .toList(),
                explanation(state, lines));
    }

    private static CommissionView.Occurrence occurrence(Inputs inputs, Line line) {
        var made = inputs.standing().stream()
                .filter(payment -> payment.status() != StandingPayment.Status.CANCELLED)
                .filter(line::isOf)
                .findFirst();
        return new CommissionView.Occurrence(
                Objects.requireNonNull(line.place().occurrence()),
                line.place().entry(),
                line.place().part(),
                line.place().slot().startsWith("bonus"),
                line.place().recipient().type(),
                line.place().recipient().uuid(),
                made.map(StandingPayment::accruedOn).orElse(line.dates().accruedOn()),
                line.dates().dueOn(),
                Decimals.plain(made.map(StandingPayment::value).orElse(line.value())),
                made.isPresent() ? CommissionView.Status.MADE : CommissionView.Status.PLANNED,
                made.map(StandingPayment::uuid).orElse(null));
    }

    /** Why each rule was chosen, and how the first payment of each entry is calculated. */
    private static List<String> explanation(CommissionState state, List<Line> lines) {
        var entries = new LinkedHashSet<String>();
        var sentences = new LinkedHashSet<String>();
        state.assignments().forEach(assignment -> sentences.add(assignment.why()));
        lines.stream()
                .filter(line -> entries.add(line.place().slot()
                        + line.place().entry()
                        + line.place().part()))
                .forEach(line -> sentences.addAll(line.why()));
        if (sentences.isEmpty()) {
            sentences.add("No rule fits the deal, or nothing has triggered one.");
        }
        return sentences.stream().limit(LONGEST_EXPLANATION).toList();
    }
}
