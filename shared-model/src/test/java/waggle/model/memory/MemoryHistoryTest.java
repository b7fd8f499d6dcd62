package waggle.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.SampleTags;
import waggle.model.WaggleException;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.store.Store;
import waggle.model.tags.Tag;

/**
 * Random histories: several writers with wrong clocks and late transactions create, change and delete records, and records
 * expire. Whichever instance is asked, and however long it was frozen before, its lists from memory are those of the table.
 */
class MemoryHistoryTest {
    private static final int STEPS = Integer.getInteger("waggle.steps", 80);
    private static final int SKEW_MILLIS = 14_000;
    private static final Bounds BOUNDS = new Bounds(10_000_000, 2, 1_000_000);

    private final Actor actor = LocalTable.someone();
    private final SimulatedTime time = new SimulatedTime();
    private final Store<Find> table = store(null);
    private final List<UUID> tags = new ArrayList<>();
    private final List<UUID> finds = new ArrayList<>();

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void lists_ofAnyInstance_areThoseOfTheTable(long seed) {
        var random = new Random(seed);
        var writers = IntStream.range(0, 3)
                .mapToObj(i -> new SimulatedWriter(actor, skewed(random), random))
                .toList();
        var memories = IntStream.range(0, 3)
                .mapToObj(i -> new ListMemory(LocalTable.shared(), LocalTable.NAME, skewed(random), BOUNDS))
                .toList();
        var instances = memories.stream().map(this::store).toList();
        IntStream.range(0, 4).forEach(i -> tags.add(tag(writers.getFirst(), "Tag " + i)));
        for (var step = 0; step < STEPS; step++) {
            time.pass(pause(random));
            write(writers.get(random.nextInt(writers.size())), random);
            // The last instance is frozen for most of the time.
            var instance = random.nextInt(20) == 0 ? 2 : random.nextInt(2);
            assertSame(instances.get(instance), request(random), step);
        }
        assertThat(memories.getFirst().bytes()).isGreaterThan(1_000);
    }

    private Clock skewed(Random random) {
        return Clock.offset(time, Duration.ofMillis(random.nextInt(2 * SKEW_MILLIS) - SKEW_MILLIS));
    }

    private Store<Find> store(@Nullable ListMemory memory) {
        return new Store<>(LocalTable.shared(), LocalTable.NAME, Find.RESOURCE, time, memory);
    }

    private static Duration pause(Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> Duration.ofSeconds(random.nextInt(5_400));
            case 1, 2, 3 -> Duration.ofSeconds(random.nextInt(120));
            default -> Duration.ofMillis(random.nextInt(3_000));
        };
    }

    private void assertSame(Store<Find> instance, ListRequest request, int step) {
        assertThat(instance.list(actor, request))
                .as("step %d, %s", step, request)
                .isEqualTo(table.list(actor, request));
    }

    private void write(SimulatedWriter writer, Random random) {
        try {
            switch (finds.isEmpty() ? 0 : random.nextInt(8)) {
                case 0, 1, 2 ->
                    finds.add(writer.run(write -> write.create(Find.RESOURCE, find(random)))
                            .uuid());
                case 3 -> {
                    var uuid = finds.remove(random.nextInt(finds.size()));
                    writer.run(write -> write.remove(Find.RESOURCE, uuid, Precondition.NONE));
                }
                case 4 ->
                    writer.run(write -> write.change(
                            Tag.RESOURCE, any(tags, random), tag -> SampleTags.labelled("Tag " + random.nextInt(9))));
                default -> writer.run(write -> write.change(Find.RESOURCE, any(finds, random), before -> find(random)));
            }
        } catch (WaggleException taken) {
            // The label of a tag is unique.
        }
    }

    private Find find(Random random) {
        return new Find(
                List.of("Éric", "eric", "Zoë-Ann", "zoe ann", "Ωmega").get(random.nextInt(5)) + random.nextInt(4),
                random.nextInt(4) == 0 ? null : any(tags, random),
                random.nextInt(4) == 0 ? null : random.nextInt(5),
                random.nextInt(4) == 0 ? null : random.nextBoolean(),
                traits(random));
    }

    /** The same values in several forms. */
    private static Map<String, Object> traits(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("size", new BigDecimal("1.50"));
            case 1 -> Map.of("size", new BigDecimal("1.5"), "kinds", List.of("a", "b"));
            case 2 -> Map.of("size", 100, "kinds", List.of("B"), "is_new", true);
            default -> Map.of();
        };
    }

    private ListRequest request(Random random) {
        var orders = List.of("label", "rank", "good", "tag", "created_at", "updated_at");
        var order = random.ints(random.nextInt(3), 0, orders.size())
                .distinct()
                .mapToObj(field -> new Sorting(orders.get(field), random.nextBoolean()))
                .toList();
        var span = new TimeSpan(
                random.nextInt(3) == 0 ? time.instant().minusSeconds(random.nextInt(9_000)) : null,
                random.nextInt(3) == 0 ? time.instant().minusSeconds(random.nextInt(9_000)) : null);
        var conditions = List.of(
                List.<Condition>of(new Condition.Present("rank", random.nextBoolean())),
                List.<Condition>of(
                        new Condition.AnyOf("tag_uuid", Set.of(any(tags, random).toString()))),
                List.<Condition>of(new Condition.AnyOf("good", Set.of("true")), new Condition.Updated(span)),
                List.<Condition>of(new Condition.AnyOf("traits", Set.of("size:1.5", "kinds:B"))),
                List.<Condition>of(new Condition.Search(List.of("label"), List.of("e", "1"))),
                List.<Condition>of(new Condition.Not(new Condition.Same("label", "zoe-ann1"))),
                List.<Condition>of(new Condition.Between("rank", BigDecimal.ONE, BigDecimal.valueOf(3))),
                List.<Condition>of());
        return new ListRequest(
                new PageRequest(1 + random.nextInt(3), 1 + random.nextInt(9)),
                random.nextInt(4) == 0 ? span : TimeSpan.ALWAYS,
                conditions.get(random.nextInt(conditions.size())),
                order);
    }

    private static UUID any(List<UUID> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static UUID tag(SimulatedWriter writer, String label) {
        return writer.run(write -> write.create(Tag.RESOURCE, SampleTags.labelled(label)))
                .uuid();
    }
}
