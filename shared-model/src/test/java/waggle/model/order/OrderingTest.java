package waggle.model.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.stages.Stage;
import waggle.model.stages.Stage.Kind;
import waggle.model.stages.Stage.Phase;

class OrderingTest {
    private final LocalStore<Stage> stages = new LocalStore<>(LocalTable.shared(), Stage.RESOURCE, Clock.systemUTC());
    private final Actor actor = LocalTable.someone();
    private final UUID first = create(Kind.PARTNER, "First", null);
    private final UUID second = create(Kind.PARTNER, "Second", null);
    private final UUID deal = create(Kind.DEAL, "Deal", null);

    @Test
    void create_withoutSeries_isLastOfItsKind() {
        assertThat(stages.get(actor, second).value().series()).isEqualTo(2);
        assertThat(stages.get(actor, deal).value().series()).isEqualTo(1);
    }

    @Test
    void create_withSeries_keepsIt() {
        var early = create(Kind.PARTNER, "Early", 1);

        assertThat(listed()).containsExactly(first, deal, early, second);
    }

    @Test
    void change_thatClearsSeries_putsItLast() {
        stages.change(
                actor,
                first,
                Precondition.NONE,
                stage -> new Stage(stage.kind(), stage.label(), stage.phase(), null, null, null));

        assertThat(stages.get(actor, first).value().series()).isEqualTo(3);
    }

    @Test
    void set_wholeKind_numbersItFromOne() {
        var ordered = set(List.of(second, first));

        assertThat(ordered).extracting(Entity::uuid).containsExactly(second, first);
        assertThat(ordered).extracting(stage -> stage.value().series()).containsExactly(1, 2);
        assertThat(ordered).extracting(Entity::version).containsExactly(2L, 2L);
        assertThat(stages.get(actor, deal).version()).isEqualTo(1);
    }

    @Test
    void set_currentOrder_changesNothing() {
        assertThat(set(List.of(first, second))).extracting(Entity::version).containsExactly(1L, 1L);
    }

    @Test
    void set_incompleteOrder_namesEveryFault() {
        var nothing = Uuids.next();

        assertThatThrownBy(() -> set(List.of(second, nothing, deal, second)))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.faults())
                        .containsExactly(
                                new Fault("uuids[1]", "must be the uuid of a stage"),
                                new Fault("uuids[2]", "must be of the same kind as the first"),
                                new Fault("uuids[3]", "must appear only once"),
                                new Fault("uuids", "must name every stage of the kind; missing " + first)));
    }

    @Test
    void set_concurrently_resultsInOneOfTheOrders() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> set(i % 2 == 0 ? List.of(first, second) : List.of(second, first)));

        assertThat(Stream.of(first, second)
                        .map(uuid -> stages.get(actor, uuid).value().series()))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void create_moreThanOneOrderHolds_isRefusedAndAllOthersCanBeOrdered() {
        var partners = Stream.concat(
                        Stream.of(first, second),
                        IntStream.range(2, Positioned.MOST).mapToObj(i -> create(Kind.PARTNER, "Stage " + i, null)))
                .toList();

        assertRefused(ErrorCode.CONFLICT, () -> create(Kind.PARTNER, "One more", null));
        assertThat(set(partners.reversed())).extracting(Entity::uuid).isEqualTo(partners.reversed());
    }

    private List<Entity<Stage>> set(List<UUID> uuids) {
        return stages.writes().run(actor, write -> Ordering.set(write, Stage.RESOURCE, uuids));
    }

    private UUID create(Kind kind, String label, @Nullable Integer series) {
        return stages.create(actor, new Stage(kind, label, Phase.DISCOVERY, null, series, null))
                .uuid();
    }

    private List<UUID> listed() {
        return stages.page(actor, new PageRequest(1, 50)).data().stream()
                .map(Entity::uuid)
                .toList();
    }
}
