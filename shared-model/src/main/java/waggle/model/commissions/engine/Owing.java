package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionRule.PaymentTarget;
import waggle.model.commissions.Part;
import waggle.model.commissions.engine.OwedPart.Occurrence;
import waggle.model.commissions.engine.OwedPart.Payee;
import waggle.model.commissions.facts.Recipient;
import waggle.model.commissions.pricing.Base;
import waggle.model.commissions.pricing.LargestRemainder;
import waggle.model.commissions.pricing.Price;
import waggle.model.commissions.pricing.Pricing;
import waggle.model.commissions.pricing.Sales;
import waggle.model.commissions.pricing.Schedule;
import waggle.model.leads.Attribution;

/** What a deal owes by the entries that are triggered. */
final class Owing {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Inputs in;
    private final CommissionState state;
    private final int ahead;
    private final Standing standing;

    /** @param ahead how many occurrences without an end are looked at that have not accrued yet */
    Owing(Inputs in, CommissionState state, int ahead) {
        this.in = in;
        this.state = state;
        this.ahead = ahead;
        this.standing = new Standing(in.standing());
    }

    /** A part of an entry that is triggered. */
    private record Triggered(Assignment assignment, int entry, Schedule schedule, int offset, List<Payee> payees) {
        EntryState state() {
            return assignment.entry(entry - 1);
        }

        boolean isLookedUp() {
            return Rates.areLookedUp(assignment, schedule.rule())
                    && !schedule.part().isSpread();
        }

        /** The day of the next occurrence; empty after the last one. */
        Optional<LocalDate> next(LocalDate today) {
            var next = schedule.accrued(today) + 1;
            return next > schedule.part().number()
                    ? Optional.empty()
                    : Optional.of(schedule.dates(next).accruedOn());
        }
    }

    List<OwedPart> parts() {
        return triggered().map(this::owed).toList();
    }

    /** The day on which the next payment without an end accrues, or the next rate is looked up. */
    Optional<LocalDate> nextOn() {
        return triggered()
                .filter(triggered -> triggered.state().isActive())
                .filter(triggered -> {
                    var part = triggered.schedule.part();
                    return triggered.isLookedUp() || (part.isOpenEnded() && !part.isReported());
                })
                .flatMap(triggered -> triggered.next(in.today()).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<Triggered> triggered() {
        return state.assignments().stream().flatMap(assignment -> {
            var rule = in.terms(state, assignment);
            var payees = payees(assignment, rule);
            return payees.isEmpty()
                    ? Stream.empty()
                    : IntStream.range(0, rule.entries().size())
                            .boxed()
                            .filter(index -> assignment.entry(index).isActive()
                                    || assignment.entry(index).isEnding())
                            .flatMap(index -> triggered(assignment, rule, index, payees));
        });
    }

    private static Stream<Triggered> triggered(
            Assignment assignment, CommissionRule rule, int index, List<Payee> payees) {
        var anchor = Objects.requireNonNull(assignment.entry(index).anchor());
        var parts = rule.entries().get(index).calculation().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new Triggered(
                        assignment, index + 1, new Schedule(rule, parts.get(part), anchor), part, payees));
    }

    private OwedPart owed(Triggered triggered) {
        var schedule = triggered.schedule;
        var part = schedule.part();
        var base = base(triggered.assignment, part);
        var whole = part.isSpread() ? Pricing.of(part, 1, base) : null;
        var number = number(triggered);
        var equal = whole == null
                ? List.<BigDecimal>of()
                : LargestRemainder.divide(whole.value(), part.number(), base.digits());
        var rates = triggered.isLookedUp() ? new Rates(in, triggered.assignment) : null;
        var occurrences = new ArrayList<Occurrence>();
        for (var i : IntStream.concat(IntStream.rangeClosed(1, number), standing(triggered, number))
                .toArray()) {
            var place = i + triggered.offset;
            var reported =
                    part.isReported() ? state.reported().get(CommissionState.place(triggered.entry, place)) : null;
            if (!part.isReported() || reported != null) {
                if (rates != null) {
                    occurrences.add(looked(triggered, rates, i, reported));
                } else {
                    var price = whole == null
                            ? Pricing.of(part, i, base(triggered.assignment, part, reported))
                            : whole.divided(equal.get(i - 1), part.number());
                    occurrences.add(new Occurrence(place, schedule.dates(i), triggered.assignment.rule(), price));
                }
            }
        }
        return new OwedPart(
                triggered.assignment,
                triggered.entry,
                schedule.rule(),
                part,
                whole,
                occurrences,
                triggered.payees,
                base.digits());
    }

    /**
     * Occurrences without an end that stand from an earlier win, and whose days come again. They follow the deal at once, as
     * all that is open does; a rate that is looked up is that of their day.
     */
    private IntStream standing(Triggered triggered, int number) {
        var part = triggered.schedule.part();
        if (!part.isOpenEnded() || triggered.isLookedUp() || triggered.state().isEnding()) {
            return IntStream.empty();
        }
        return standing.in(triggered.assignment.slot()).stream()
                .map(StandingPayment::place)
                .filter(place ->
                        place.isOf(triggered.assignment.slot(), triggered.entry, Objects.requireNonNull(part.type())))
                .map(Place::occurrence)
                .filter(Objects::nonNull)
                .mapToInt(occurrence -> occurrence - triggered.offset)
                .filter(occurrence -> occurrence > number)
                .distinct()
                .sorted();
    }

    /** How many occurrences are owed: of an entry that ended, those that accrued until then. */
    private int number(Triggered triggered) {
        var schedule = triggered.schedule;
        var entry = triggered.state();
        if (entry.isEnding()) {
            return schedule.accrued(entry.last(in.today()));
        }
        return schedule.part().isOpenEnded()
                ? schedule.accrued(in.today()) + ahead
                : schedule.part().number();
    }

    /** An occurrence whose rate is that of its day. */
    private Occurrence looked(Triggered triggered, Rates rates, int number, @Nullable BigDecimal reported) {
        var dates = triggered.schedule.dates(number);
        var day = dates.accruedOn();
        var own = triggered.assignment.rule();
        var rule = rates.on(day);
        var price = rule.map(found -> in.versions().get(Objects.requireNonNull(found.rule()), found.version()))
                .map(found -> Rates.part(found, triggered.entry, triggered.schedule.part())
                        .map(part -> Pricing.of(part, number, base(triggered.assignment, part, reported))
                                .because("%s gives the rate of %s.".formatted(found.titled(), day)))
                        .orElseGet(() -> Price.nothing("%s has no entry %d, so that nothing is paid for %s."
                                .formatted(found.titled(), triggered.entry, day))))
                .orElseGet(() -> Price.nothing("No rule fits on %s, so that nothing is paid.".formatted(day)));
        return new Occurrence(number + triggered.offset, dates, rule.orElse(own), price);
    }

    private Base base(Assignment assignment, Part part, @Nullable BigDecimal reported) {
        var base = base(assignment, part);
        return reported == null ? base : base.reported(reported);
    }

    /** The partner's other deals are read for a volume only. */
    private Base base(Assignment assignment, Part part) {
        return new Base(
                in.deal().uuid(),
                in.deal().value(),
                in.deal().currency(),
                in.deal().customFields(),
                part.volume() == null ? Sales.NONE : in.sales().apply(assignment),
                false);
    }

    private List<Payee> payees(Assignment assignment, CommissionRule rule) {
        var seller = in.deal().sellers().stream()
                .filter(one -> one.role() == rule.attributionRole())
                .filter(one -> rule.attributionRole() == Attribution.Role.SOURCED
                        || one.partner().equals(assignment.partner()))
                .findFirst();
        if (seller.isEmpty()) {
            return List.of();
        }
        if (rule.paymentTarget() == PaymentTarget.INDIVIDUAL) {
            return List.of(
                    new Payee(new Recipient(Recipient.Type.USER, in.deal().person(rule)), ALL));
        }
        return rule.attributionRole() == Attribution.Role.SOURCED
                        && !in.deal().shares().isEmpty()
                ? in.deal().shares().stream()
                        .map(share -> new Payee(Recipient.partner(share.partnerUuid()), share.percent()))
                        .toList()
                : List.of(new Payee(Recipient.partner(seller.get().partner()), ALL));
    }
}
