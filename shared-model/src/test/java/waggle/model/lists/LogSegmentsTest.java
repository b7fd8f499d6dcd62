package waggle.model.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.paging.Segments;

/** Counts, pages and facets of a log against a plain sorted list. */
class LogSegmentsTest {
    private static final int HISTORIES = 3;
    private static final int STEPS = 60;

    static LongStream seeds() {
        return new Random().longs(HISTORIES);
    }

    /**
     * Writers whose clocks differ and whose writes take up to 30 seconds, folders that meet and die at every call, and a
     * table that deletes expired items in any order.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void log_afterEachStepOfARandomHistory_isThatOfASortedList(long seed) {
        var random = new Random(seed);
        var log = new RandomLog(random, random.nextInt(1, 6));
        for (var i = 0; i < STEPS; i++) {
            log.step();
            log.assertIsSortedList();
        }
    }

    @Test
    void fold_settledEntries_leavesLessThanASegment() {
        var log = new RandomLog(new Random(1), 4);
        log.write(10);
        assertThat(log.fold()).as("young entries").isZero();

        log.pass(61);

        assertThat(log.fold()).isEqualTo(2);
        assertThat(log.fold()).isZero();
        log.assertIsSortedList();
    }

    @Test
    void list_ofAWholeSegmentOfSettledEntries_foldsIt() {
        var log = new RandomLog(new Random(1), Segments.SIZE);
        log.write(Segments.SIZE);
        log.pass(61);

        log.assertIsSortedList();

        assertThat(log.fold()).as("left to fold").isZero();
        log.assertIsSortedList();
    }
}
