package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.LocalTable;
import waggle.model.Meanwhile;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Raced;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;
import waggle.model.write.BulkRecords;

class SegmentsTest {
    private static final int SIZE = 2;

    private final CountedTags tags = new CountedTags(SIZE);

    @Test
    void insert_intoAnEmptyCollection_beginsTheOldestSegment() {
        tags.insert(uuid(5));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1));
    }

    @Test
    void insert_newestIntoAFullSegment_beginsTheNext() {
        insert(1, 2, 3);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2, cut(3), 1));
    }

    @Test
    void insert_lateKey_countsInTheSegmentOfItsRange() {
        insert(1, 3, 5, 2, 4);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 4, cut(5), 1));
    }

    @Test
    void insert_lateKeyIntoTheFullNewestSegment_leavesItOpen() {
        insert(1, 3, 2);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3));
    }

    @Test
    void delete_all_leavesEmptySegmentsThatAcceptRecordsAgain() {
        insert(1, 2, 3);
        Stream.of(1, 2, 3).forEach(number -> tags.delete(uuid(number)));
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 0, cut(3), 0));
        assertThat(tags.page(1, 10).data()).isEmpty();

        insert(6, 0);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1, cut(3), 1));
        assertThat(tags.page(1, 10).data()).extracting(Entity::uuid).containsExactly(uuid(6), uuid(0));
    }

    @Test
    void insert_twoFirstRecordsAtOnce_countsBoth() {
        meanwhile(() -> insert(1)).insert(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2));
    }

    @Test
    void insert_whileItsSegmentIsClosedBeforeIt_countsInTheNext() {
        insert(1, 2);

        meanwhile(() -> insert(3)).insert(uuid(4));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2, cut(3), 2));
    }

    @Test
    void insert_whileItsSegmentIsClosedBehindIt_countsInTheClosed() {
        insert(1, 2);

        meanwhile(() -> insert(4)).insert(uuid(3));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3, cut(4), 1));
    }

    @Test
    void insert_whileAGreaterKeyReplacesAnother_makesNoCut() {
        insert(1, 2);

        meanwhile(() -> {
                    tags.delete(uuid(2));
                    insert(4);
                })
                .insert(uuid(3));

        insert(5);
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3, cut(5), 1));
    }

    @Test
    void insert_whileAGreaterKeyOfTheSameSecondIsCounted_isNotRefused() {
        tags.insert(BulkRecords.uuid(2_000, 0));
        var second = BulkRecords.uuid(3_001, 0);

        meanwhile(() -> tags.insert(BulkRecords.uuid(3_002, 0))).insert(second);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3));
    }

    @Test
    void insert_ofManyAtOneTime_countsInLanesThatTheCloseAddsUp() {
        insertAtOneTime(8);
        assertThat(tags.lanes()).hasSize(Lane.MOST);
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 8));
        tags.delete(atOneTime(3));
        tags.delete(atOneTime(7));

        insert(2);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 6, cut(2), 1));
        assertThat(tags.lanes()).as("one of the closed segment").hasSize(1 + Lane.MOST);
    }

    @Test
    void insert_intoALaneWhileItsSegmentIsClosed_countsInTheClosed() {
        insertAtOneTime(4);

        meanwhile(() -> insert(2)).insert(atOneTime(6));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 5, cut(2), 1));
    }

    @Test
    void insert_whileALaneOfTheSegmentThatItClosesCounts_countsBoth() {
        insertAtOneTime(4);

        meanwhile(() -> tags.insert(atOneTime(6))).insert(uuid(2));

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
        var segments = segments();

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

    @Test
    void delete_whileItsSegmentIsClosed_lowersItsCount() {
        insert(1, 2);

        meanwhile(() -> insert(3)).delete(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1, cut(3), 1));
    }

    @Test
    void delete_whileTheRecordIsDeleted_lowersTheCountOnce() {
        insert(1, 2);

        assertRefused(
                ErrorCode.NOT_FOUND, () -> meanwhile(() -> tags.delete(uuid(1))).delete(uuid(1)));
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1));
    }

    @Test
    void delete_fromAnEmptySegment_isRefused() {
        insert(1);
        tags.delete(uuid(1));
        var transaction = new Transaction(LocalTable.NAME);

        segments().delete(transaction, uuid(1));

        assertThatThrownBy(() -> transaction.commit(LocalTable.shared(), RetryBudget.perWrite()))
                .isInstanceOf(Raced.class);
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 0));
    }

    @Test
    void delete_whereNothingWasCounted_isRefused() {
        var transaction = new Transaction(LocalTable.NAME);

        assertThatThrownBy(() -> segments().delete(transaction, uuid(1))).isInstanceOf(Raced.class);
    }

    @Test
    void insert_whenNoSegmentEverHoldsTheKey_isRefusedAsUnavailable() {
        var closedForAll = Segment.begun(ItemKey.segment(tags.partition(), Segment.OLDEST), 1, uuid(1).toString());
        closedForAll.remove(Segment.GREATEST);
        LocalTable.shared().putItem(put -> put.tableName(LocalTable.NAME).item(closedForAll));

        assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> tags.insert(uuid(2)));
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1));
    }

    private Segments segments() {
        return new Segments(LocalTable.shared(), LocalTable.NAME, tags.partition());
    }

    private CountedTags meanwhile(Runnable others) {
        return tags.through(LocalTable.client(new Meanwhile(others)), SIZE);
    }

    private void insert(int... numbers) {
        for (var number : numbers) {
            tags.insert(uuid(number));
        }
    }

    /** The cut of a segment that begins with a key. */
    private static String cut(int number) {
        return Segment.cut(
                Segment.endOfSecond(uuid(number - 1).toString()), uuid(number).toString());
    }

    /** One uuid a minute. */
    private static UUID uuid(int number) {
        return BulkRecords.uuid((long) number << 16, 0);
    }

    private static void assertRefused(ErrorCode code, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
