package waggle.bench;

/**
 * A figure that may have a limit.
 *
 * @param limit the highest good value, or {@link #NONE}
 */
record Figure(String name, double value, double limit) {
    static final double NONE = Double.POSITIVE_INFINITY;
}
