package waggle.model.crm.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

class DeletionsTest {
    private final Pair pair = new Pair();

    @Test
    void mergedRecord_passesItsLinkToTheWinner() {
        var uuid = pair.linked();
        var winner = pair.crm.add(Pair.company("Acme Group", "group.example"));
        pair.crm.merge("1", winner);
        pair.later();
        pair.crm.edit(winner, "phone", "+49 30 3");
        pair.signal("1");
        assertThat(pair.home.linkOf(uuid).orElseThrow().remoteId()).isEqualTo(winner);
        assertThat(pair.local(uuid, "phone")).isEqualTo("+49 30 3");
        pair.assertNothingMore(uuid);
    }

    @Test
    void recordThatTookOverTheMarkOfADeletedOne_takesItsLink() {
        var uuid = pair.linked();
        var winner = pair.crm.add(Pair.company("Acme Group", "group.example"));
        pair.crm.delete("1");
        var known = pair.crm.known(winner);
        pair.crm.records.put(
                winner, new RemoteRecord(winner, known.modifiedAt(), false, null, uuid.toString(), known.fields()));
        pair.signal(winner);
        assertThat(pair.home.records).hasSize(1);
        assertThat(pair.home.linkOf(uuid).orElseThrow().remoteId()).isEqualTo(winner);
        pair.assertNothingMore(uuid);
    }

    @Test
    void deletedRecord_endsTheLinkAndNothingElse() {
        var uuid = pair.linked();
        pair.crm.delete("1");
        assertThat(pair.signal("1")).isEqualTo(Outcome.UNLINKED);
        assertThat(pair.home.records).containsKey(uuid);
        pair.assertNothingMore(uuid);
    }

    @Test
    void recordDeletedInTheCrm_isMadeAgainWhenItsDeadLinkIsRemoved() {
        var uuid = pair.linked();
        pair.crm.delete("1");
        pair.signal("1");
        pair.home.links.clear();
        pair.signal(uuid);
        assertThat(pair.crm.live()).hasSize(1);
    }

    @Test
    void deletion_thatMetAChange_isAskedAbout() {
        var uuid = pair.linked();
        pair.crm.delete("1");
        pair.home.edit(uuid, Map.of("name", "Acme Ltd"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.ASKED);
        pair.assertNothingMore(uuid);
    }

    @Test
    void deletion_isHeldByTheBrake() {
        var uuid = pair.linked();
        pair.crm.delete("1");
        pair.released = false;
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.HELD);
        assertThat(pair.home.linkOf(uuid).orElseThrow().state()).isEqualTo(State.LINKED);
    }
}
