package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;
import waggle.model.store.Store;

/** The sum of the won deals of a partner moves with the writes of deals, and lists from memory are sorted by it. */
class WonValueListTest {
    private static final int ROUNDS = 4;

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final ListMemory memory = new ListMemory(
            LocalTable.shared(), LocalTable.NAME, Clock.systemUTC(), new Bounds(10_000_000, 1, 1_000_000));
    private final Store<Partner> kept =
            new Store<>(LocalTable.shared(), LocalTable.NAME, Partner.RESOURCE, Clock.systemUTC(), memory);
    private final LocalStore<Partner> partners = new LocalStore<>(Partner.RESOURCE);

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void partners_sortedByWonValue_areThoseOfTheTable(long seed) {
        var writer = new PipelineWriter(pipeline, seed);
        partners.create(pipeline.actor(), Pipeline.partner());
        partners.create(pipeline.actor(), Pipeline.partner());
        for (var round = 0; round < ROUNDS; round++) {
            writer.write();
            var request = new ListRequest(
                    new PageRequest(1, 20),
                    TimeSpan.ALWAYS,
                    List.of(),
                    List.of(new Sorting(Partner.WON_VALUE, round % 2 == 0)));

            assertThat(kept.list(pipeline.actor(), request))
                    .as("round %d", round)
                    .isEqualTo(partners.list(pipeline.actor(), request));
        }
        assertThat(memory.bytes()).isGreaterThan(1_000);
    }
}
