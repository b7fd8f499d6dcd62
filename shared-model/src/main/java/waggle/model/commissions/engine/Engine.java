package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.pricing.PaymentDates;

/**
 * Calculates the commissions of a deal: from what is remembered, what the deal is now and what stands, it follows what to
 * remember and what to do. A stage move, a new value, a report of revenue, the daily run and a preview are the same call,
 * and a second call on the outcome of the first does nothing.
 */
public final class Engine {
    /** How many occurrences without an end a person reads ahead. */
    private static final int AHEAD = 12;

    private Engine() {}

    /**
     * What follows.
     *
     * @param state to remember once the plan is done
     * @param unfinished to remember as long as only a part of the plan is done
     * @param plan what to do with the payments
     * @param nextOn the day on which the next payment without an end accrues, or the next rate is looked up; null if there is
     *     none
     * @param isOver whether nothing follows once the plan is done; otherwise a rule ended, and another may be chosen
     */
    public record Outcome(
            CommissionState state,
            CommissionState unfinished,
            Plan plan,
            @Nullable LocalDate nextOn,
            boolean isOver) {}

    /**
     * What is owed to one recipient for one occurrence, made or planned.
     *
     * @param value 0 of an occurrence that is worth nothing
     * @param why sentences that a partner can read
     */
    public record Line(Place place, PaymentDates dates, BigDecimal value, List<String> why) {
        /** Whether a payment is made for the line. */
        public boolean isOf(StandingPayment payment) {
            var other = payment.place();
            return payment.category() == StandingPayment.Category.COMMISSION
                    && place.isOf(other.slot(), other.entry(), other.part())
                    && place.occurrence() != null
                    && place.occurrence().equals(other.occurrence())
                    && (place.recipient().uuid() == null || place.recipient().equals(other.recipient()));
        }
    }

    public static Outcome run(Inputs in) {
        var state = Rates.lookedUp(in, new Progress(in).state());
        var owing = new Owing(in, state, 0);
        var plan = new Settlement(in, new Limits(in)).plan(owing.parts(), state);
        var isOver = in.state().assignments().stream().allMatch(before -> state.in(before.slot())
                .filter(after -> after.isActive() || !before.isActive())
                .isPresent());
        return new Outcome(state.settled(), state, plan, owing.nextOn().orElse(null), isOver);
    }

    /** What is owed, also what has not accrued yet: entry by entry. */
    public static List<Line> lines(Inputs in, CommissionState state) {
        var parts = new Owing(in, state, AHEAD).parts();
        var limits = new Limits(in);
        var byPart = new IdentityHashMap<OwedPart, List<Line>>();
        OwedPart.byAccrual(parts).forEach(owed -> byPart.computeIfAbsent(owed.part(), unused -> new ArrayList<>())
                .addAll(owed.part().lines(owed.occurrence(), limits)));
        return parts.stream()
                .flatMap(part -> byPart.getOrDefault(part, List.of()).stream())
                .toList();
    }
}
