package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.records.Entity;
import waggle.model.tags.Tag;
import waggle.model.write.BulkRecords;

/** What filtered lists cost, in capacity units as DynamoDB reports them. */
class FilterCapacityTest {
    private static final int MANY = 1_000;

    /** The most read units for each tested record, whatever its size. */
    private static final double UNITS_A_RECORD = 0.2;

    private final CapacityMeter meter = new CapacityMeter();

    /** Tags with labels of 36 characters and more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 64})
    void list_filteredAndSorted_readsTheIndexOnly(int longer) {
        var tags = new CountedTags(Segments.SIZE);
        var uuids = IntStream.range(0, MANY)
                .mapToObj(i -> BulkRecords.uuid(1_700_000_000_000L + i, 0))
                .toList();
        tags.bulk(uuids, longer).writeRecords(0, MANY);
        var store = new LocalStore<>(LocalTable.client(meter), Tag.RESOURCE, Clock.systemUTC());
        var deals = List.<Condition>of(new Condition.AnyOf("association", Set.of("deal")));
        var byLabel = List.of(new Sorting("label", true));

        var page = store.list(tags.actor, new ListRequest(new PageRequest(3, 10), TimeSpan.ALWAYS, deals, byLabel));

        assertThat(page.meta().recordCount()).isEqualTo(MANY);
        assertThat(page.data())
                .extracting(Entity::uuid)
                .isEqualTo(uuids.reversed().subList(20, 30));
        assertThat(meter.read()).isLessThanOrEqualTo(UNITS_A_RECORD * MANY);
    }
}
