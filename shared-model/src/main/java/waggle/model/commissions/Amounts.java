package waggle.model.commissions;

/** Bounds of the numbers of a rule. */
final class Amounts {
    /** Digits before the point: amounts of money are below 10^12. */
    static final int DIGITS = 12;

    /** Digits after the point of a percentage, and of money in the currency with the smallest unit. */
    static final int PLACES = 4;

    static final String EXPECTED = "must be a number above 0 with up to 4 decimals like 12.5";

    private Amounts() {}
}
