package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.paging.CountedTags.cut;
import static waggle.model.paging.CountedTags.uuid;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.LocalTable;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;
import waggle.model.write.BulkRecords;

/** Records of one time, which count in several items of one segment. */
class LanesTest {
    private final CountedTags tags = new CountedTags(2);

    @Test
    void insert_ofManyAtOneTime_countsInLanesThatTheCloseAddsUp() {
        insertAtOneTime(8);
        assertThat(tags.lanes()).hasSize(Lane.MOST);
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 8));
        tags.delete(atOneTime(3));
        tags.delete(atOneTime(7));

        tags.insert(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 6, cut(2), 1));
        assertThat(tags.lanes()).as("one of the closed segment").hasSize(1 + Lane.MOST);
    }

    @Test
    void insert_intoALaneWhileItsSegmentIsClosed_countsInTheClosed() {
        insertAtOneTime(4);

        tags.meanwhile(() -> tags.insert(uuid(2))).insert(atOneTime(6));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 5, cut(2), 1));
    }

    @Test
    void insert_whileALaneOfTheSegmentThatItClosesCounts_countsBoth() {
        insertAtOneTime(4);

        tags.meanwhile(() -> tags.insert(atOneTime(6))).insert(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 5, cut(2), 1));
    }

    @Test
    void delete_ofARecordWhoseLaneIsEmpty_lowersAnother() {
        Stream.of(1, 3, 4, 8).forEach(number -> tags.insert(atOneTime(number)));

        tags.delete(atOneTime(1));
        tags.delete(atOneTime(3));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2));
    }

    @Test
    void delete_ofManyInOneTransaction_leavesNoLaneBelowZero() {
        insertAtOneTime(8);
        var transaction = new Transaction(LocalTable.NAME);
        var segments = tags.segments();

        IntStream.range(0, 8).forEach(number -> segments.delete(transaction, atOneTime(number)));
        transaction.commit(LocalTable.shared(), RetryBudget.perWrite());

        assertThat(tags.lanes())
                .hasSize(Lane.MOST)
                .allMatch(lane -> Lane.of(lane).count() == 0);
    }

    /** A query may see the items of a segment before and after a transaction. */
    @Test
    void lanes_ofWhichSomeAreMissing_areNotWhole() {
        var first = new Lane("0", 0, 5, "b", null, 2);
        var second = new Lane("0", 1, 3, "c", null, 1);
        var closed = new Lane("0", 0, 8, null, "d", 1);

        assertThat(Lanes.of(Stream.of(second, first))).allMatch(Lanes::isWhole);
        assertThat(Lanes.of(Stream.of(second, closed)))
                .allMatch(Lanes::isWhole)
                .first()
                .extracting(lanes -> lanes.segment().count())
                .isEqualTo(8);
        assertThat(Lanes.of(Stream.of(first))).noneMatch(Lanes::isWhole);
        assertThat(Lanes.of(Stream.of(second))).noneMatch(Lanes::isWhole);
    }

    private void insertAtOneTime(int count) {
        IntStream.range(0, count).forEach(number -> tags.insert(atOneTime(number)));
    }

    private static UUID atOneTime(int number) {
        return BulkRecords.uuid(1 << 16, number);
    }
}
