package waggle.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Sample;
import waggle.model.SampleTags;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.store.Store;
import waggle.model.tags.Tag;

/** Lists from memory are those from the table. */
class ListMemoryTest {
    private static final long SEED = Long.getLong("waggle.seed", System.nanoTime());
    private static final Bounds BOUNDS = new Bounds(10_000_000, 4, 1_000_000);

    private static final List<List<Sorting>> ORDERS = List.of(
            List.of(),
            List.of(new Sorting("label", false), new Sorting("rank", true)),
            List.of(new Sorting("rank", true)),
            List.of(new Sorting("updated_at", true)));

    private final Actor actor = LocalTable.someone();
    private final LocalStore<Sample> samples = new LocalStore<>(Sample.RESOURCE);
    private final CapacityMeter meter = new CapacityMeter();
    private final Store<Sample> kept =
            store(new ListMemory(LocalTable.client(meter), LocalTable.NAME, Clock.systemUTC(), BOUNDS));
    private final List<UUID> tags = List.of(tag("Gold"), tag("Silver"), tag("Bronze"));

    private Store<Sample> store(ListMemory memory) {
        return new Store<>(LocalTable.client(meter), LocalTable.NAME, Sample.RESOURCE, Clock.systemUTC(), memory);
    }

    @Test
    void lists_afterEachWrite_areThoseOfTheTable() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        IntStream.range(0, 12).forEach(i -> samples.create(actor, sample(random)));
        assertSame(random);
        for (var i = 0; i < 30; i++) {
            write(random);
            assertSame(random);
        }
    }

    @Test
    void list_askedAgain_readsTheChangesAndThePageOnly() {
        IntStream.range(0, 12).forEach(i -> samples.create(actor, Sample.ranked("Sample " + i, i)));
        var byRank = request(2, List.of(), List.of(new Sorting("rank", true)));
        kept.list(actor, byRank);
        meter.calls();

        kept.list(actor, byRank);

        assertThat(meter.calls()).isEqualTo(2);
    }

    private void assertSame(Random random) {
        var conditions = filters().get(random.nextInt(filters().size()));
        var order = ORDERS.get(random.nextInt(ORDERS.size()));
        for (var page = 1; page < 4; page++) {
            var request = request(page, conditions, order);
            assertThat(kept.list(actor, request)).as("%s", request).isEqualTo(samples.list(actor, request));
        }
    }

    private List<List<Condition>> filters() {
        return List.of(
                List.of(),
                List.of(new Condition.AnyOf(
                        "tag_uuids", Set.of(tags.get(0).toString(), tags.get(1).toString()))),
                List.of(new Condition.Present("stage_uuid", false)),
                List.of(new Condition.Search(List.of("label"), List.of("eric", "1"))),
                List.of(new Condition.Between("rank", BigDecimal.TWO, null)));
    }

    private void write(Random random) {
        var all = samples.all(actor);
        var uuid = all.get(random.nextInt(all.size())).uuid();
        switch (random.nextInt(4)) {
            case 0 -> samples.delete(actor, uuid, Precondition.NONE);
            case 1 -> samples.create(actor, sample(random));
            default -> samples.change(actor, uuid, before -> sample(random));
        }
    }

    private Sample sample(Random random) {
        var some = tags.stream().filter(tag -> random.nextBoolean()).toList();
        return new Sample(
                random.nextBoolean() ? "Éric " + random.nextInt(20) : "eric " + random.nextInt(20),
                null,
                some,
                null,
                random.nextBoolean() ? random.nextInt(5) : null);
    }

    private static ListRequest request(int page, List<Condition> conditions, List<Sorting> order) {
        return new ListRequest(new PageRequest(page, 5), TimeSpan.ALWAYS, conditions, order);
    }

    private UUID tag(String label) {
        return new LocalStore<>(Tag.RESOURCE)
                .create(actor, SampleTags.labelled(label))
                .uuid();
    }
}
