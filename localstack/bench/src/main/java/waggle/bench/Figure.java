package waggle.bench;

/**
 * A figure that may have a limit.
 *
 * @param limit the highest value that is good; {@link #NONE} where there is none
 */
record Figure(String name, double value, double limit) {
    static final double NONE = Double.POSITIVE_INFINITY;
}
