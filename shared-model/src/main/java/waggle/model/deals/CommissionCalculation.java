package waggle.model.deals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.engine.Engine;
import waggle.model.commissions.engine.Inputs;
import waggle.model.commissions.engine.NewPayment;
import waggle.model.commissions.engine.StandingPayment;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.commissions.stored.ReadRules;
import waggle.model.commissions.stored.RuleVersions;
import waggle.model.commissions.stored.VolumeConcern;
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
    private final ReadRules rules;

    /** Volumes whose other deals are to be calculated again. */
    private List<VolumeConcern> concerns;

    CommissionCalculation(Write write, UUID uuid, Deal deal) {
        this.write = write;
        this.uuid = uuid;
        this.deal = deal;
        this.stored = write.find(DealCommission.RESOURCE, uuid);
        this.payments = new CommissionPayments(write, uuid, before().paymentUuids());
        this.rules = new ReadRules(write);
        this.sold = new SoldDeals(write, uuid, deal, rules);
        this.concerns = before().concerns();
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
            calculation.settleAgain();
            if (!calculation.concerns.isEmpty()) {
                calculation.settleOthers(true);
            }
        });
    }

    private void settleAgain() {
        settle(before().state(), PORTION, false, until());
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
        if (isFirst) {
            concerns = sold.concerns(concerns, before().state(), outcome.state());
        }
        var next = outcome.nextOn() == null
                ? null
                : outcome.nextOn().atStartOfDay(inputs.zone()).toInstant();
        var due = isPending ? write.time() : !concerns.isEmpty() ? write.time().plus(INDEXED) : next;
        var state = outcome.plan().size() > most ? outcome.unfinished() : outcome.state();
        var kept = keep(new DealCommission(state, DealCommission.encoded(uuids), isPending, concerns, due));
        keepPercentage(inputs, outcome.state());
        if (isPending) {
            var rest = CommissionPayments.areFixed(outcome, inputs)
                    ? payments.after(outcome.plan(), most, payment -> terms(outcome.state(), payment))
                    : List.<Payment>of();
            write.then(unit -> goOn(unit, uuid, kept, rest, isFirst, until));
        } else if (isFirst) {
            settleOthers(false);
        }
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
                now -> new DealCommission(
                        now.state(), DealCommission.encoded(uuids), true, now.concerns(), write.time()));
        write.then(next -> goOn(next, deal, after.version(), rest.subList(PORTION, rest.size()), isFirst, until));
    }

    /**
     * The other deals that a volume of a won deal concerns are calculated again, each in a unit of its own.
     *
     * @param isLast whether they need not be calculated later, too
     */
    private void settleOthers(boolean isLast) {
        var now = concerns;
        var others = sold.concerned(now);
        var settled = new AtomicInteger();
        others.forEach(other -> write.then(next -> {
            next.afterCommit(settled::incrementAndGet);
            of(next, other).ifPresent(CommissionCalculation::settleAgain);
        }));
        if (isLast) {
            write.then(last -> {
                if (settled.get() == others.size()) {
                    of(last, uuid).ifPresent(own -> own.forget(now));
                }
            });
        }
    }

    private void forget(List<VolumeConcern> done) {
        concerns = concerns.stream().filter(concern -> !done.contains(concern)).toList();
        settleAgain();
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
                rules::version,
                assignment -> sold.sales(assignment, zone),
                new Allowances(write)::used,
                payments.standing());
    }

    private CommissionRule terms(CommissionState state, NewPayment payment) {
        return payment.rule().rule() == null ? Objects.requireNonNull(state.override()) : rules.rule(payment.rule());
    }
}
