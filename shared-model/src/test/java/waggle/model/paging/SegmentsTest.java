package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.paging.CountedTags.cut;
import static waggle.model.paging.CountedTags.uuid;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Raced;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;
import waggle.model.write.BulkRecords;

class SegmentsTest {
    private final CountedTags tags = new CountedTags(2);

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
        tags.meanwhile(() -> insert(1)).insert(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2));
    }

    @Test
    void insert_whileItsSegmentIsClosedBeforeIt_countsInTheNext() {
        insert(1, 2);

        tags.meanwhile(() -> insert(3)).insert(uuid(4));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 2, cut(3), 2));
    }

    @Test
    void insert_whileItsSegmentIsClosedBehindIt_countsInTheClosed() {
        insert(1, 2);

        tags.meanwhile(() -> insert(4)).insert(uuid(3));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3, cut(4), 1));
    }

    @Test
    void insert_whileAGreaterKeyReplacesAnother_makesNoCut() {
        insert(1, 2);

        tags.meanwhile(() -> {
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

        tags.meanwhile(() -> tags.insert(BulkRecords.uuid(3_002, 0))).insert(second);

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 3));
    }

    @Test
    void delete_whileItsSegmentIsClosed_lowersItsCount() {
        insert(1, 2);

        tags.meanwhile(() -> insert(3)).delete(uuid(2));

        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1, cut(3), 1));
    }

    @Test
    void delete_whileTheRecordIsDeleted_lowersTheCountOnce() {
        insert(1, 2);

        assertRefused(ErrorCode.NOT_FOUND, () -> tags.meanwhile(() -> tags.delete(uuid(1)))
                .delete(uuid(1)));
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1));
    }

    @Test
    void delete_fromAnEmptySegment_isRefused() {
        insert(1);
        tags.delete(uuid(1));
        var transaction = new Transaction(LocalTable.NAME);

        tags.segments().delete(transaction, uuid(1));

        assertThatThrownBy(() -> transaction.commit(LocalTable.shared(), RetryBudget.perWrite()))
                .isInstanceOf(Raced.class);
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 0));
    }

    @Test
    void delete_whereNothingWasCounted_isRefused() {
        var transaction = new Transaction(LocalTable.NAME);

        assertThatThrownBy(() -> tags.segments().delete(transaction, uuid(1))).isInstanceOf(Raced.class);
    }

    @Test
    void insert_whenNoSegmentEverHoldsTheKey_isRefusedAsUnavailable() {
        var closedForAll = Segment.begun(ItemKey.segment(tags.partition(), Segment.OLDEST), 1, uuid(1).toString());
        closedForAll.remove(Segment.GREATEST);
        LocalTable.shared().putItem(put -> put.tableName(LocalTable.NAME).item(closedForAll));

        var hasty = tags.within(Duration.ofMillis(100));

        assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> hasty.insert(uuid(2)));
        assertThat(tags.counts()).isEqualTo(Map.of(Segment.OLDEST, 1));
    }

    private void insert(int... numbers) {
        for (var number : numbers) {
            tags.insert(uuid(number));
        }
    }

    private static void assertRefused(ErrorCode code, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
