package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Meanwhile;
import waggle.model.Sample;
import waggle.model.SampleTags;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;

class ReferencesTest {
    private final LocalStore<Sample> samples =
            new LocalStore<>(LocalTable.shared(), Sample.RESOURCE, Clock.systemUTC());
    private final LocalStore<Tag> tags = samples.of(Tag.RESOURCE);
    private final LocalStore<Stage> stages = samples.of(Stage.RESOURCE);
    private final Actor actor = LocalTable.someone();
    private final UUID gold = tags.create(actor, SampleTags.GOLD).uuid();

    @Test
    void create_referringToNothing_namesEveryFieldThatDoes() {
        var nothing = Uuids.next();

        assertThatThrownBy(() -> samples.create(actor, new Sample("A", nothing, List.of(gold, nothing), null, null)))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(refusal.faults())
                            .containsExactlyInAnyOrder(
                                    new Fault("stage_uuid", "must be the uuid of a stage of kind partner"),
                                    new Fault("tag_uuids[1]", "must be the uuid of a tag"));
                });
        tags.delete(actor, gold, Precondition.NONE);
    }

    @Test
    void create_referringToAnothersRecord_isAsIfItWereNotThere() {
        assertRefused(ErrorCode.INVALID_REQUEST, () -> samples.create(LocalTable.someone(), Sample.tagged(gold)));
    }

    @Test
    void create_referringToAnotherKind_isRefused() {
        var deal = stages.create(actor, new Stage(Stage.Kind.DEAL, "Won", Stage.Phase.CLOSED_WON, null, null, null));
        var partner = stages.create(actor, new Stage(Stage.Kind.PARTNER, "On", Stage.Phase.ACTIVE, null, null, null));

        assertRefused(ErrorCode.INVALID_REQUEST, () -> samples.create(actor, Sample.at(deal.uuid())));
        samples.create(actor, Sample.at(partner.uuid()));
    }

    @Test
    void delete_usedRecord_isRefusedWithTheCount() {
        samples.create(actor, Sample.tagged(gold));
        assertUsed("Tag \"Gold\" is used by 1 record");

        samples.create(actor, Sample.tagged(gold));
        assertUsed("Tag \"Gold\" is used by 2 records");
        assertThat(tags.get(actor, gold).version()).isEqualTo(1);
    }

    @Test
    void uses_inSeveralFieldsOfOneRecord_countOnce() {
        var sample = samples.create(actor, new Sample("A", null, List.of(gold, gold), gold, null));
        assertUsed("Tag \"Gold\" is used by 1 record");

        samples.change(actor, sample.uuid(), Precondition.NONE, value -> Sample.tagged(gold));
        assertUsed("Tag \"Gold\" is used by 1 record");
    }

    @Test
    void change_thatEndsAReference_freesTheRecord() {
        var silver = tags.create(actor, SampleTags.labelled("Silver")).uuid();
        var sample = samples.create(actor, Sample.tagged(gold));

        samples.change(actor, sample.uuid(), Precondition.NONE, value -> Sample.tagged(silver));

        tags.delete(actor, gold, Precondition.NONE);
        assertRefused(ErrorCode.CONFLICT, () -> tags.delete(actor, silver, Precondition.NONE));
    }

    @Test
    void delete_ofTheOnlyUser_freesTheRecord() {
        var sample = samples.create(actor, Sample.tagged(gold));

        samples.delete(actor, sample.uuid(), Precondition.NONE);

        tags.delete(actor, gold, Precondition.NONE);
    }

    @Test
    void change_ofAUsedRecord_keepsItsCount() {
        samples.create(actor, Sample.tagged(gold));

        tags.change(actor, gold, Precondition.NONE, SampleTags::renamed);

        assertUsed("Tag \"Silver\" is used by 1 record");
    }

    @Test
    void delete_whileAReferenceIsMade_isRefused() {
        var slow = new LocalStore<>(
                LocalTable.client(new Meanwhile(() -> samples.create(actor, Sample.tagged(gold)))), Tag.RESOURCE);

        assertRefused(ErrorCode.CONFLICT, () -> slow.delete(actor, gold, Precondition.NONE));
        assertThat(tags.get(actor, gold)).isNotNull();
    }

    @Test
    void create_whileItsReferenceIsDeleted_isRefused() {
        var slow = new LocalStore<>(
                LocalTable.client(new Meanwhile(() -> tags.delete(actor, gold, Precondition.NONE))), Sample.RESOURCE);

        assertRefused(ErrorCode.INVALID_REQUEST, () -> slow.create(actor, Sample.tagged(gold)));
        assertThat(samples.page(actor, new PageRequest(1, 10)).data()).isEmpty();
    }

    @Test
    void createAndDelete_atOnce_neverLeaveAReferenceToNothing() {
        for (var round = 0; round < 20; round++) {
            var tag = tags.create(actor, SampleTags.labelled("Round " + round)).uuid();

            var created = CompletableFuture.supplyAsync(() -> isDone(() -> samples.create(actor, Sample.tagged(tag))));
            var deleted = isDone(() -> tags.delete(actor, tag, Precondition.NONE));

            assertThat(created.join())
                    .as("created, where it was deleted: %s", deleted)
                    .isNotEqualTo(deleted);
        }
    }

    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (WaggleException refusal) {
            return false;
        }
    }

    @Test
    void expand_references_putsTheRecordsBesideTheirUuids() {
        var stage = stages.create(actor, new Stage(Stage.Kind.PARTNER, "On", Stage.Phase.ACTIVE, null, null, null));
        var silver = tags.create(actor, SampleTags.labelled("Silver")).uuid();
        var full = samples.create(actor, new Sample("A", stage.uuid(), List.of(silver, gold), null, null));
        var empty = samples.create(actor, Sample.tagged());

        var expanded = samples.store()
                .expand(
                        actor,
                        List.of(full, empty),
                        Sample.RESOURCE.references().subList(0, 2));

        assertThat(expanded.getFirst().at("/stage/label").asText()).isEqualTo("On");
        assertThat(expanded.getFirst().at("/stage/version").asInt()).isEqualTo(1);
        assertThat(expanded.getFirst().at("/tags").findValuesAsText("label")).containsExactly("Silver", "Gold");
        assertThat(expanded.getFirst().has("main_tag")).isFalse();
        assertThat(expanded.getLast().path("stage").isNull()).isTrue();
        assertThat(expanded.getLast().path("tags")).isEmpty();
    }

    private void assertUsed(String sentence) {
        assertThatThrownBy(() -> tags.delete(actor, gold, Precondition.NONE))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.CONFLICT))
                .hasMessage(sentence);
    }
}
