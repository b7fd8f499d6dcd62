package waggle.model.commissions.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param state to remember
     * @param plan what to do with the payments
     * @param nextOn the day on which the next payment without an end accrues; null if there is none
     */
    public record Outcome(
            CommissionState state, Plan plan, @Nullable LocalDate nextOn) {}

    public static Outcome run(Inputs in) {
        var state = new Progress(in).state();
        var owing = new Owing(in, state, 0);
        var plan = new Settlement(new Standing(in.standing()), in.today()).plan(owing.parts(), state);
        return new Outcome(state, plan, owing.nextOn().orElse(null));
    }

    /** What is owed, also what has not accrued yet. */
    public static List<Line> lines(Inputs in, CommissionState state) {
        return new Owing(in, state, AHEAD)
                .parts().stream().flatMap(OwedPart::lines).toList();
    }
}
