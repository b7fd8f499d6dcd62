package waggle.model.deals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.Assignment;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.engine.Engine;
import waggle.model.commissions.engine.Inputs;
import waggle.model.commissions.engine.NewPayment;
import waggle.model.commissions.engine.StandingPayment;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.commissions.stored.RuleVersions;
import waggle.model.companies.Company;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/**
 * Calculates the commissions of one deal in a unit of work. The version of the deal's {@link DealCommission} decides which of
 * two calculations at the same time is written, so that nothing is paid twice.
 */
public final class CommissionCalculation {
    /** The payments that one transaction makes or changes; each is four items or so. */
    static final int PORTION = 16;

    /** After this time the index of a partner's deals has every deal that was written before. */
    private static final Duration INDEXED = Duration.ofSeconds(10);

    /** How long one request makes payments before it leaves the others to the sweeper. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Write write;
    private final UUID uuid;
    private final Deal deal;
    private final Optional<Entity<DealCommission>> stored;
    private final CommissionPayments payments;
    private final SoldDeals sold;
    private final Map<String, VersionedRule> versions = new HashMap<>();

    CommissionCalculation(Write write, UUID uuid, Deal deal) {
        this.write = write;
        this.uuid = uuid;
        this.deal = deal;
        this.stored = write.find(DealCommission.RESOURCE, uuid);
        this.payments = new CommissionPayments(write, uuid, before().paymentUuids());
        this.sold = new SoldDeals(write, uuid, deal);
    }

    /**
     * The calculation of a deal.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND} if there is no such deal
     */
    public static CommissionCalculation get(Write write, UUID uuid) {
        return new CommissionCalculation(
                write, uuid, write.get(Deal.RESOURCE, uuid).value());
    }

    /** The calculation of a deal; empty if the deal is gone. */
    static Optional<CommissionCalculation> of(Write write, UUID uuid) {
        return write.find(Deal.RESOURCE, uuid).map(deal -> new CommissionCalculation(write, uuid, deal.value()));
    }

    private Instant until() {
        return write.time().plus(LONGEST);
    }

    private DealCommission before() {
        return stored.map(Entity::value).orElse(DealCommission.NONE);
    }

    boolean hasLockedPayments() {
        return payments.standing().stream().anyMatch(StandingPayment::isLocked);
    }

    /**
     * Makes, changes and cancels payments so that what stands is what is owed.
     *
     * @param most payments that this transaction makes or changes; others follow in transactions of their own
     */
    void settle(int most) {
        settle(before().state(), most, true, until());
    }

    /** Settles after a change of what is remembered. */
    public void settle(UnaryOperator<CommissionState> change) {
        settle(change.apply(before().state()), PORTION, true, until());
    }

    /** Goes on with what an earlier calculation of a deal left, and makes the payments that have accrued. */
    public static void resume(Write write, UUID deal) {
        of(write, deal).ifPresent(calculation -> {
            var state = calculation.before().state();
            calculation.settleOthers(state);
            calculation.settle(state, PORTION, false, calculation.until());
        });
    }

    /** @param isFirst whether deals that sold under the same volumes must follow */
    private void settle(CommissionState before, int most, boolean isFirst, Instant until) {
        var inputs = inputs(before);
        var outcome = Engine.run(inputs);
        var made = payments.apply(outcome.plan(), most, payment -> terms(outcome.state(), payment));
        var uuids = new ArrayList<>(before().paymentUuids());
        uuids.addAll(made);
        if (uuids.size() > DealCommission.MOST_PAYMENTS) {
            throw WaggleException.conflict("%s has %d payments already, the most of a deal"
                    .formatted(Deal.RESOURCE.titled(deal), DealCommission.MOST_PAYMENTS));
        }
        var isPending = outcome.plan().size() > most || !outcome.isOver();
        var isShared = isFirst && (hasVolume(before().state()) || hasVolume(outcome.state()));
        var next = outcome.nextOn() == null
                ? null
                : outcome.nextOn().atStartOfDay(inputs.zone()).toInstant();
        var due = isPending ? write.time() : isShared ? write.time().plus(INDEXED) : next;
        var state = outcome.plan().size() > most ? outcome.unfinished() : outcome.state();
        var kept = keep(new DealCommission(state, DealCommission.encoded(uuids), isPending, due));
        keepPercentage(inputs, outcome.state());
        if (isPending) {
            var rest = isFixed(outcome, inputs)
                    ? payments.after(outcome.plan(), most, payment -> terms(outcome.state(), payment))
                    : List.<Payment>of();
            write.then(unit -> goOn(unit, uuid, kept, rest, isFirst, until));
        } else if (isShared) {
            settleOthers(before().state());
            settleOthers(outcome.state());
        }
    }

    /** Whether what the plan makes depends on no other payment, so that it can be made without another calculation. */
    private static boolean isFixed(Engine.Outcome outcome, Inputs inputs) {
        return outcome.plan().grants().isEmpty()
                && outcome.state().assignments().stream()
                        .map(assignment -> inputs.terms(outcome.state(), assignment))
                        .noneMatch(CommissionRule::dependsOnOthers);
    }

    /**
     * Makes the next payments of a plan that nothing has changed since. The last ones are left to a calculation, which reads
     * all that were made.
     *
     * @param version of what is remembered of the deal, which every calculation changes
     */
    private static void goOn(Write write, UUID deal, long version, List<Payment> rest, boolean isFirst, Instant until) {
        if (write.time().isAfter(until)) {
            return;
        }
        var kept = write.find(DealCommission.RESOURCE, deal);
        if (rest.size() <= PORTION
                || kept.filter(now -> now.version() == version).isEmpty()) {
            of(write, deal).ifPresent(more -> more.settle(more.before().state(), PORTION, isFirst, until));
            return;
        }
        var before = kept.get().value();
        var uuids = new ArrayList<>(before.paymentUuids());
        rest.subList(0, PORTION).forEach(payment -> uuids.add(CommissionPayments.make(write, payment)));
        var after = write.change(
                DealCommission.RESOURCE,
                deal,
                now -> new DealCommission(now.state(), DealCommission.encoded(uuids), true, write.time()));
        write.then(next -> goOn(next, deal, after.version(), rest.subList(PORTION, rest.size()), isFirst, until));
    }

    private boolean hasVolume(CommissionState state) {
        return volumes(state).findAny().isPresent();
    }

    private Stream<Assignment> volumes(CommissionState state) {
        return state.assignments().stream()
                .filter(assignment ->
                        assignment.ruleUuid() != null && rule(assignment.rule()).hasVolume());
    }

    /** The other deals that a volume of a won deal concerns are calculated again, each in a unit of its own. */
    private void settleOthers(CommissionState state) {
        var closedOn = state.closedOn();
        if (closedOn == null) {
            return;
        }
        var zone = ZoneId.of(Objects.requireNonNull(state.zone()));
        volumes(state)
                .flatMap(assignment -> sold.concerned(assignment, rule(assignment.rule()), closedOn, zone))
                .distinct()
                .forEach(other -> write.then(next -> of(next, other)
                        .ifPresent(more -> more.settle(more.before().state(), PORTION, false, more.until()))));
    }

    /** Returns the version. */
    private long keep(DealCommission after) {
        if (stored.isPresent()) {
            return write.change(DealCommission.RESOURCE, uuid, any -> after).version();
        }
        return after.equals(DealCommission.NONE)
                ? 0
                : write.create(DealCommission.RESOURCE, uuid, after).version();
    }

    private void keepPercentage(Inputs inputs, CommissionState state) {
        var percentage = inputs.percentage(state).orElse(null);
        write.change(Deal.RESOURCE, uuid, now -> DealBuilder.from(now).withCommissionPercentage(percentage));
    }

    /** What the calculation depends on now. */
    public Inputs inputs() {
        return inputs(before().state());
    }

    private Inputs inputs(CommissionState state) {
        var zone = state.zone() == null ? Company.zone(write) : ZoneId.of(state.zone());
        return new Inputs(
                state,
                new CommissionFacts(write).of(uuid, deal),
                LocalDate.ofInstant(write.time(), zone),
                zone,
                RuleVersions.current(write),
                this::version,
                assignment -> sold.sales(assignment, zone),
                new Allowances(write)::used,
                payments.standing());
    }

    /** A version of a rule, which is read once. */
    private VersionedRule version(UUID rule, int number) {
        return versions.computeIfAbsent(rule + "/" + number, unread -> RuleVersions.get(write, rule, number));
    }

    private CommissionRule terms(CommissionState state, NewPayment payment) {
        return payment.rule().rule() == null ? Objects.requireNonNull(state.override()) : rule(payment.rule());
    }

    private CommissionRule rule(RuleVersion of) {
        return version(Objects.requireNonNull(of.rule()), of.version()).rule();
    }
}
