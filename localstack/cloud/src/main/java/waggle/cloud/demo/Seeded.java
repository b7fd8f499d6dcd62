package waggle.cloud.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that look random and follow from a seed and the number of a record, so that a record is the same in every run
 * (SplitMix64). They protect nothing.
 */
final class Seeded {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final int HUNDRED = 100;

    private long state;

    /** @param kind of the record; each kind has numbers of its own */
    Seeded(long seed, String kind, int number) {
        state = mixed(mixed(mixed(seed) + kind.hashCode()) + number);
    }

    /** From 0 to a bound, the bound excluded. */
    int below(int bound) {
        state += STEP;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int share) {
        return below(HUNDRED) < share;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** One of a list, and often one of its first elements. */
    <T> T earlyOne(List<T> of) {
        var end = 1 + below(of.size());
        return of.get(below(end));
    }

    /** Different elements, up to a number of them. */
    <T> List<T> some(List<T> of, int most) {
        var left = new ArrayList<>(of);
        var some = new ArrayList<T>();
        for (var count = below(most + 1); count > 0 && !left.isEmpty(); count--) {
            some.add(left.remove(below(left.size())));
        }
        return some;
    }

    private static long mixed(long number) {
        var first = (number ^ (number >>> 30)) * FIRST_FACTOR;
        var second = (first ^ (first >>> 27)) * SECOND_FACTOR;
        return second ^ (second >>> 31);
    }
}
