package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Outbox;
import waggle.model.SampleTags;
import waggle.model.json.Json;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;

class ChangeTest {
    private final LocalStore<Tag> store = new LocalStore<>(LocalTable.shared(), Tag.RESOURCE, Clock.systemUTC());
    private final Actor actor = LocalTable.someone();
    private final Outbox outbox = new Outbox(actor.company());

    @Test
    void change_value_countsTheVersionAndTellsThePrevious() {
        var created = store.create(actor, SampleTags.GOLD);

        var changed = store.change(actor, created.uuid(), Precondition.NONE, SampleTags::renamed);

        assertThat(changed).isEqualTo(store.get(actor, created.uuid()));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(created.createdAt());
        assertThat(outbox.events().getLast().path("data").path("previous"))
                .isEqualTo(Json.tree(Map.of("label", "Gold")));
    }

    @Test
    void change_toNull_clearsTheField() {
        var created = store.create(actor, SampleTags.GOLD);

        store.change(
                actor,
                created.uuid(),
                Precondition.NONE,
                tag -> new Tag(tag.label(), tag.association(), tag.backgroundColor(), tag.textColor(), null));

        assertThat(store.get(actor, created.uuid()).value().partnerType()).isNull();
    }

    @Test
    void change_nothing_keepsVersionAndMakesNoEvent() {
        var created = store.create(actor, SampleTags.GOLD);

        var same = store.change(actor, created.uuid(), Precondition.NONE, tag -> tag);

        assertThat(same).isEqualTo(created);
        assertThat(outbox.events()).hasSize(1);
    }

    @Test
    void change_staleVersion_isRefusedAndChangesNothing() {
        var created = store.create(actor, SampleTags.GOLD);
        var stale = new Precondition(Set.of(7L));

        assertRefused(
                ErrorCode.VERSION_MISMATCH, () -> store.change(actor, created.uuid(), stale, SampleTags::renamed));
        assertThat(store.get(actor, created.uuid())).isEqualTo(created);
        assertThat(outbox.events()).hasSize(1);
    }

    @Test
    void change_byManyAtOnce_losesNone() {
        var created = store.create(actor, SampleTags.labelled("0"));

        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> store.change(
                        actor,
                        created.uuid(),
                        Precondition.NONE,
                        tag -> SampleTags.labelled(Integer.toString(Integer.parseInt(tag.label()) + 1))));

        var last = store.get(actor, created.uuid());
        assertThat(last.value().label()).isEqualTo("12");
        assertThat(last.version()).isEqualTo(13);
        assertThat(outbox.events()).hasSize(13);
    }

    @Test
    void change_othersCameFirstMoreOftenThanUsual_isStillMade() {
        var created = store.create(actor, SampleTags.GOLD);
        var others = IntStream.range(0, 12).iterator();

        var changed = store.change(actor, created.uuid(), Precondition.NONE, tag -> {
            if (others.hasNext()) {
                var label = SampleTags.labelled(others.next().toString());
                store.change(actor, created.uuid(), Precondition.NONE, unused -> label);
            }
            return SampleTags.renamed(tag);
        });

        assertThat(changed.value().label()).isEqualTo("Silver");
        assertThat(changed.version()).isEqualTo(14);
    }

    @Test
    void change_racedWithPrecondition_isRefused() {
        var created = store.create(actor, SampleTags.GOLD);
        var first = new Precondition(Set.of(1L));

        assertRefused(
                ErrorCode.VERSION_MISMATCH,
                () -> store.change(actor, created.uuid(), first, tag -> {
                    store.change(actor, created.uuid(), Precondition.NONE, SampleTags::renamed);
                    return SampleTags.labelled("too late");
                }));
        assertThat(store.get(actor, created.uuid()).value().label()).isEqualTo("Silver");
    }
}
