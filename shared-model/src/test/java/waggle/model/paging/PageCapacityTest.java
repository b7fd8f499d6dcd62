package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.CapacityMeter;
import waggle.model.LocalTable;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;

/** What paging costs, in capacity units as DynamoDB reports them, and so the same on every machine. */
class PageCapacityTest {
    private static final int MANY = 100_000;

    private final CapacityMeter meter = new CapacityMeter();

    /** The tags have 0.3 KB and 1 KB. */
    @ParameterizedTest
    @CsvSource({"0, 22, 25, 22", "340, 24, 30, 24"})
    void page_ofAHundredThousandRecords_costsTheSameEverywhere(
            int longer, double first, double hundredth, double last) {
        var tags = new CountedTags(Segments.SIZE);
        fill(tags, longer);

        var units = Stream.of(1, 100, 10_000).map(page -> units(tags, page)).toList();

        assertThat(units).containsExactly(first, hundredth, last);
        assertThat(hundredth).isLessThanOrEqualTo(1.5 * first).isLessThanOrEqualTo(40);
    }

    /**
     * Only what a query reads is charged, so the records far from the three pages need not be there; to write them all
     * takes minutes ({@code -Dwaggle.everyRecord=true}).
     */
    private static void fill(CountedTags tags, int longer) {
        var bulk = tags.bulk(uuids(MANY), longer);
        bulk.writeSegments(Segments.SIZE);
        if (Boolean.getBoolean("waggle.everyRecord")) {
            bulk.writeRecords(0, MANY);
        } else {
            bulk.writeRecords(0, Segments.SIZE);
            bulk.writeRecords(MANY - 1_100, MANY - 900);
            bulk.writeRecords(MANY - 10, MANY);
        }
    }

    private double units(CountedTags tags, long number) {
        var page = tags.through(LocalTable.client(meter)).page(number, 10);

        var newest = MANY - 1 - (int) (number - 1) * 10;
        assertThat(page.data())
                .extracting(Entity::uuid)
                .isEqualTo(
                        IntStream.range(0, 10).mapToObj(i -> uuid(newest - i)).toList());
        assertThat(page.meta()).isEqualTo(new Page.Meta(MANY, MANY / 10, number, 10));
        return meter.read();
    }

    @Test
    void fill_fewRecords_equalsInserts() {
        var uuids = uuids(11);
        var inserted = new CountedTags(4);
        uuids.forEach(inserted::insert);

        var filled = new CountedTags(4);
        var bulk = filled.bulk(uuids, 0);
        bulk.writeRecords(0, uuids.size());
        bulk.writeSegments(4);

        assertThat(withoutPartition(filled.records())).isEqualTo(withoutPartition(inserted.records()));
        assertThat(filled.newestFirst()).isEqualTo(inserted.newestFirst());
        assertThat(filled.page(1, 50)).isEqualTo(inserted.page(1, 50));
    }

    @Test
    void write_anyRecord_readsItsSegmentWithOneUnit() {
        var tags = new CountedTags(Segments.SIZE).through(LocalTable.client(meter));
        tags.create();
        meter.read();

        var uuid = tags.create();
        assertThat(meter.read()).isEqualTo(1);

        tags.delete(uuid);
        assertThat(meter.read()).as("with that of the record itself").isEqualTo(2);
    }

    private static List<Map<String, AttributeValue>> withoutPartition(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(item -> {
                    var rest = new HashMap<>(item);
                    rest.remove("pk");
                    return Map.copyOf(rest);
                })
                .toList();
    }

    private static List<UUID> uuids(int count) {
        return IntStream.range(0, count).mapToObj(PageCapacityTest::uuid).toList();
    }

    private static UUID uuid(int number) {
        return BulkRecords.uuid(1_700_000_000_500L + 1_000L * number, 0);
    }
}
