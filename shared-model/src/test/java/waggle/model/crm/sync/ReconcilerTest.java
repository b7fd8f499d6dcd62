package waggle.model.crm.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.crm.merge.Choice.Because;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.Link.State;

/** Each situation of a public bug report about a synchronisation that concerns one record. */
class ReconcilerTest {
    private final Pair pair = new Pair();

    @Test
    void editsOfDifferentFields_bothSurvive() {
        var uuid = pair.linked();
        pair.later();
        pair.home.edit(uuid, Map.of("phone", "+49 30 1"));
        pair.crm.edit("1", "name", "Acme Ltd");
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.WRITTEN);
        assertThat(pair.remote("1", "phone")).isEqualTo("+49 30 1");
        assertThat(pair.local(uuid, "name")).isEqualTo("Acme Ltd");
        pair.assertNothingMore(uuid);
    }

    @Test
    void editsOfOneField_atTheSameTime_areAConflict() {
        var uuid = pair.linked();
        pair.later();
        pair.home.edit(uuid, Map.of("name", "Here"));
        pair.crm.edit("1", "name", "There");
        pair.crm.edit("1", "phone", "+49 30 2");
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.ASKED);
        assertThat(pair.local(uuid, "phone")).isEqualTo("+49 30 2");
        assertThat(pair.problem().fields()).containsExactly("name");
        pair.crm.edit("1", "name", "Here");
        assertThat(pair.signal("1")).isEqualTo(Outcome.NOTHING);
        assertThat(pair.home.links.getFirst().state()).isEqualTo(State.LINKED);
    }

    @Test
    void createWhoseReplyIsLost_isNotMadeTwice() {
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        pair.crm.losesReply = () -> pair.crm.creations == 1;
        assertThatThrownBy(() -> pair.signal(uuid)).isInstanceOf(CrmFailure.class);
        pair.crm.losesReply = () -> false;
        pair.signal(uuid);
        assertThat(pair.crm.live()).hasSize(1);
        pair.assertNothingMore(uuid);
    }

    @Test
    void hookOfTheCreatedRecord_beforeTheLinkIsStored_makesNoSecondRecord() {
        var uuid = pair.home.add(Pair.company("Acme", ""));
        pair.home.dies = () -> pair.crm.creations == 1;
        assertThatThrownBy(() -> pair.signal(uuid)).isInstanceOf(MemoryHome.Killed.class);
        pair.home.dies = () -> false;
        pair.signal("1");
        pair.signal("1");
        assertThat(pair.home.records).hasSize(1);
        assertThat(pair.home.linkOf(uuid).orElseThrow().remoteId()).isEqualTo("1");
    }

    @Test
    void recordThatExistsRemotely_isLinkedByItsDomain() {
        pair.crm.add(Pair.company("Acme", "ACME.example"));
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        pair.signal(uuid);
        assertThat(pair.crm.live()).hasSize(1);
        pair.assertNothingMore(uuid);
    }

    @Test
    void severalMatches_areAskedAbout_andLinkedWhenOneIsLeft() {
        pair.crm.add(Pair.company("Acme", "acme.example"));
        pair.crm.add(Pair.company("Acme 2", "acme.example"));
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.ASKED);
        assertThat(pair.problem().candidates()).containsExactly("1", "2");
        pair.crm.delete("2");
        pair.signal(uuid);
        assertThat(pair.home.linkOf(uuid).orElseThrow().remoteId()).isEqualTo("1");
    }

    /** A mapping that creates records in Waggle only makes none in the CRM, whatever the CRM refused before. */
    @Test
    void recordThatCouldNotBeLookedFor_isNotCreated_ifTheMappingCreatesFromTheCrm() {
        pair.creating(Direction.FROM_CRM);
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        pair.crm.refusesLooks = true;
        assertRefused(uuid);
        assertThat(pair.home.links).isEmpty();
        pair.crm.refusesLooks = false;
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.NOTHING);
        assertThat(pair.crm.live()).isEmpty();
    }

    /** The record waited before the mapping was changed. */
    @Test
    void parkedRecord_isLinkedAndNotCreated_onceTheMappingCreatesFromTheCrm() {
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        pair.crm.refusesLooks = true;
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.PARKED);
        pair.crm.refusesLooks = false;
        pair.creating(Direction.FROM_CRM);
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.PARKED);
        assertThat(pair.crm.live()).isEmpty();
        var id = pair.crm.add(Pair.company("Acme", "acme.example"));
        pair.signal(uuid);
        assertThat(pair.home.linkOf(uuid).orElseThrow().remoteId()).isEqualTo(id);
    }

    @Test
    void conflict_staysWithItsCandidates_whileTheCrmRefusesToLookForThem() {
        pair.crm.add(Pair.company("Acme", "acme.example"));
        pair.crm.add(Pair.company("Acme 2", "acme.example"));
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        pair.signal(uuid);
        var asked = pair.home.linkOf(uuid);
        pair.crm.refusesLooks = true;
        assertRefused(uuid);
        assertThat(pair.home.linkOf(uuid)).isEqualTo(asked);
        assertThat(pair.problem().candidates()).containsExactly("1", "2");
    }

    private void assertRefused(UUID uuid) {
        assertThatThrownBy(() -> pair.signal(uuid))
                .isInstanceOfSatisfying(
                        CrmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(CrmFailure.Kind.FIX));
    }

    @Test
    void automationThatRewritesAField_endsWithoutALoop() {
        var uuid = pair.linked();
        pair.crm.automation = fields -> {
            var rewritten = new HashMap<>(fields);
            rewritten.put("name", fields.get("name") + "!");
            return rewritten;
        };
        pair.later();
        pair.home.edit(uuid, Map.of("name", "Acme Ltd"));
        pair.signal(uuid);
        pair.signal(uuid);
        assertThat(pair.local(uuid, "name")).isEqualTo("Acme Ltd!");
        pair.assertNothingMore(uuid);
    }

    @Test
    void roundingOfTheCrm_isNoChange() {
        var uuid = pair.linked();
        pair.crm.automation = fields -> {
            var rounded = new HashMap<>(fields);
            rounded.computeIfPresent("score", (key, score) -> score.equals("1.005") ? "1.01" : score);
            return rounded;
        };
        pair.home.edit(uuid, Map.of("score", "1.005"));
        pair.signal(uuid);
        assertThat(pair.local(uuid, "score")).isEqualTo("1.005");
        pair.assertNothingMore(uuid);
    }

    @Test
    void textThatTheCrmCuts_isNotCutInWaggle() {
        var uuid = pair.linked();
        pair.crm.automation = fields -> {
            var cut = new HashMap<>(fields);
            cut.computeIfPresent("name", (key, name) -> name.substring(0, Math.min(5, name.length())));
            return cut;
        };
        pair.home.edit(uuid, Map.of("name", "Acme Limited"));
        pair.signal(uuid);
        assertThat(pair.local(uuid, "name")).isEqualTo("Acme Limited");
        pair.assertNothingMore(uuid);
    }

    @Test
    void refusedValue_parksTheRecord_andLeavesTheOtherDirection() {
        var uuid = pair.linked();
        pair.later();
        pair.home.edit(uuid, Map.of("name", MemoryCrm.REFUSED));
        pair.crm.edit("1", "phone", "+49 30 4");
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.PARKED);
        assertThat(pair.local(uuid, "phone")).isEqualTo("+49 30 4");
        assertThat(pair.problem().remoteCode()).isEqualTo("VALIDATION_ERROR");
        pair.home.edit(uuid, Map.of("name", "Acme Ltd"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.WRITTEN);
        pair.assertNothingMore(uuid);
    }

    @Test
    void valueThatWaggleRefuses_parksTheRecord_andLeavesTheOtherDirection() {
        var uuid = pair.linked();
        pair.later();
        pair.crm.edit("1", "phone", MemoryCrm.REFUSED);
        pair.home.edit(uuid, Map.of("name", "Acme Ltd"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.PARKED);
        assertThat(pair.remote("1", "name")).isEqualTo("Acme Ltd");
        pair.crm.edit("1", "phone", "+49 30 5");
        assertThat(pair.signal("1")).isEqualTo(Outcome.WRITTEN);
        pair.assertNothingMore(uuid);
    }

    @Test
    void fieldThatWasNotRead_isNotCleared() {
        var uuid = pair.linked();
        pair.mapping = new ObjectMapping(
                "companies",
                Stream.concat(Pair.RULES.stream(), Stream.of(FieldRule.of("city", "city", Form.TEXT)))
                        .toList(),
                pair.mapping.matches(),
                pair.mapping.creates(),
                pair.mapping.onDelete());
        pair.home.edit(uuid, Map.of("city", "Berlin"));
        pair.assertNothingMore(uuid);
        assertThat(pair.local(uuid, "city")).isEqualTo("Berlin");
    }

    @Test
    void log_saysWhichRuleDecided() {
        var uuid = pair.linked();
        pair.later();
        pair.home.edit(uuid, Map.of("name", "Older"));
        pair.later();
        pair.crm.edit("1", "name", "Newer");
        pair.signal(uuid);
        assertThat(pair.home.log.getLast().changes())
                .containsExactly(new LogRow.Change("name", "Older", "Newer", Because.LATEST_WINS));
    }
}
