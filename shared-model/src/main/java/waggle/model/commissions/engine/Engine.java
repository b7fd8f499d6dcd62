package waggle.model.commissions.engine;

/**
 * Calculates the commissions of a deal: from what is remembered, what the deal is now and what stands, it follows what to
 * remember and what to do. A stage move, a new value, a report of revenue, the daily run and a preview are the same call,
 * and a second call on the outcome of the first does nothing.
 */
public final class Engine {
    private Engine() {}

    /**
     * What follows.
     *
     * @param state to remember
     * @param plan what to do with the payments
     */
    public record Outcome(CommissionState state, Plan plan) {}

    public static Outcome run(Inputs in) {
        var state = new Progress(in).state();
        var owed = new Owing(in, state, in.today()).parts();
        var plan = new Settlement(new Standing(in.standing()), in.today()).plan(owed, state);
        return new Outcome(state, plan);
    }
}
