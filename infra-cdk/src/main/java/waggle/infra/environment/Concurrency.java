package waggle.infra.environment;

import software.constructs.Construct;

/**
 * The concurrent executions of functions that the AWS account permits in a region.
 *
 * @param limit the account's limit
 */
public record Concurrency(int limit) {
    /** The limit of an account with some history. A new account has 10. */
    private static final int USUAL = 1_000;

    private static final int MOST_DELIVERIES = 100;

    /** The least that Lambda accepts as the maximum of an event source. */
    private static final int LEAST_DELIVERIES = 2;

    public static Concurrency of(Construct scope, Environment environment) {
        return new Concurrency(
                Option.CONCURRENCY.of(scope, environment).map(Integer::parseInt).orElse(USUAL));
    }

    /** Four fifths of the limit. */
    public int warning() {
        return limit * 4 / 5;
    }

    /** The concurrent batches of deliveries: at most a fifth of the limit, since clients wait for the API's functions. */
    public int deliveries() {
        return Math.clamp(limit / 5, LEAST_DELIVERIES, MOST_DELIVERIES);
    }
}
