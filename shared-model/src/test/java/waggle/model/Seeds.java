package waggle.model;

import java.util.Random;
import java.util.stream.Stream;

/** The seeds of random tests: {@code -Dwaggle.seed=} is one to repeat, {@code -Dwaggle.seeds=} a number of new ones. */
public final class Seeds {
    private Seeds() {}

    /** New seeds, or the one to repeat. The name of a test with a parameter shows it. */
    public static Stream<Long> seeds() {
        var seed = Long.getLong("waggle.seed");
        return seed == null
                ? new Random().longs(Integer.getInteger("waggle.seeds", 1)).boxed()
                : Stream.of(seed);
    }
}
