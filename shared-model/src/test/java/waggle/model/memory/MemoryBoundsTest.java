package waggle.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalTable;
import waggle.model.SampleTags;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.tags.Tag;
import waggle.model.write.BulkRecords;

/** A memory that is too small for all companies. */
class MemoryBoundsTest {
    private static final int RECORDS = 300;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What 300 tags need, and less than what 400 need. */
    private static final int BYTES_OF_COMPANY = 70_000;

    private final CapacityMeter meter = new CapacityMeter();
    private final ListMemory memory = new ListMemory(
            LocalTable.client(meter), LocalTable.NAME, Clock.systemUTC(), Bounds.ofBytes(3 * BYTES_OF_COMPANY));
    private final Store<Tag> tags =
            new Store<>(LocalTable.client(), LocalTable.NAME, Tag.RESOURCE, Clock.systemUTC(), memory);

    @Test
    void companies_moreThanFit_leaveTheLeastRecentlyUsedFirst() {
        var companies =
                IntStream.range(0, 4).mapToObj(i -> companyWith(RECORDS)).toList();
        companies.subList(0, 3).forEach(this::list);
        list(companies.get(0));

        list(companies.get(3));

        assertThat(memory.bytes()).isBetween(2L * BYTES_OF_COMPANY, 3L * BYTES_OF_COMPANY);
        assertThat(callsFor(companies.get(0))).as("kept").isOne();
        assertThat(callsFor(companies.get(1))).as("loaded again").isGreaterThan(1);
    }

    @Test
    void company_thatNeedsMoreThanItsShare_isReadFromTheTableAndPushesOutNone() {
        var small = companyWith(RECORDS);
        var large = companyWith(4 * RECORDS);
        list(small);

        list(large);

        assertThat(callsFor(small)).as("kept").isOne();
        assertThat(callsFor(large)).as("not tried again").isZero();
        assertThat(memory.bytes()).isLessThan(2L * BYTES_OF_COMPANY);
    }

    @Test
    void company_withFewRecords_isReadForEachList() {
        var company = companyWith(150);
        list(company);

        assertThat(callsFor(company)).isOne();
        assertThat(memory.bytes()).isLessThan(1_000);
    }

    @Test
    void clear_leavesNothingForASnapshot() {
        list(companyWith(RECORDS));

        memory.clear();

        assertThat(memory.bytes()).isZero();
    }

    /** The reads of the memory for a list. */
    private int callsFor(Actor company) {
        meter.calls();
        list(company);
        return meter.calls();
    }

    private void list(Actor company) {
        var byLabel = new ListRequest(
                new PageRequest(2, 10), TimeSpan.ALWAYS, List.of(), List.of(new Sorting("label", true)));
        assertThat(tags.list(company, byLabel).data())
                .extracting(Entity::value)
                .extracting(Tag::label)
                .first()
                .asString()
                .endsWith("9");
    }

    private static Actor companyWith(int records) {
        var actor = LocalTable.someone();
        new BulkRecords<>(
                        LocalTable.shared(),
                        LocalTable.NAME,
                        actor.company(),
                        Tag.RESOURCE,
                        records,
                        MemoryBoundsTest::tag)
                .writeRecords(0, records);
        return actor;
    }

    private static Entity<Tag> tag(int number) {
        return new Entity<>(
                BulkRecords.uuid(NOON.toEpochMilli(), number),
                SampleTags.labelled("Partner of the year, number %06d".formatted(number)),
                NOON,
                NOON,
                1);
    }
}
