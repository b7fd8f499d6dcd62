package waggle.model.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.write.BulkRecords;

/** Every page against a plain sorted list, after random histories and after many writers at once. */
class PageNumbersTest {
    private static final int HISTORIES = 8;
    private static final int LONGEST = 60;

    static LongStream seeds() {
        return new Random().longs(HISTORIES);
    }

    /**
     * A step of a history inserts a record that is late by so many milliseconds or, when negative, deletes one of those
     * that are there.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void page_afterARandomHistory_isThatOfASortedList(long seed) {
        var random = new Random(seed);
        var tags = new CountedTags(random.nextInt(1, 6));
        var uuids = new ArrayList<UUID>();
        var steps = random.nextInt(LONGEST + 1);
        for (var i = 0; i < steps; i++) {
            step(tags, uuids, i, random.nextInt(-12, 21));
        }

        tags.assertCountsAre(uuids);
        tags.assertEveryPageIs(uuids, 1, 3, 10, 50);
    }

    private static void step(CountedTags tags, List<UUID> uuids, int number, int step) {
        if (step >= 0) {
            var uuid = BulkRecords.uuid(300 * (1_000 + 2L * number - step), number);
            tags.insert(uuid);
            uuids.add(uuid);
        } else if (!uuids.isEmpty()) {
            tags.delete(uuids.remove(Math.floorMod(step, uuids.size())));
        }
    }

    @Test
    void page_afterConcurrentWrites_isThatOfASortedList() throws Exception {
        var tags = new CountedTags(4);
        var kept = new ConcurrentLinkedQueue<UUID>();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var writer : threads.invokeAll(Collections.nCopies(8, () -> write(tags, kept)))) {
                writer.get();
            }
        }

        tags.assertCountsAre(kept);
        tags.assertEveryPageIs(kept, 7, 10);
    }

    /** Creates twelve records, and deletes every third. */
    private static Collection<UUID> write(CountedTags tags, Collection<UUID> kept) {
        for (var i = 0; i < 12; i++) {
            var uuid = tags.create();
            if (i % 3 == 0) {
                tags.delete(uuid);
            } else {
                kept.add(uuid);
            }
        }
        return kept;
    }
}
