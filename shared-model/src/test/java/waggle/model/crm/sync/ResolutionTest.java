package waggle.model.crm.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.WaggleException;
import waggle.model.crm.merge.Side;
import waggle.model.crm.sync.Link.State;

class ResolutionTest {
    private final Pair pair = new Pair();

    @ParameterizedTest
    @EnumSource
    void sameField_takesTheValueOfOneSide(Side side) {
        var uuid = pair.linked();
        pair.later();
        pair.home.edit(uuid, Map.of("name", "Here"));
        pair.crm.edit("1", "name", "There");
        pair.signal(uuid);
        resolve(uuid, new Take.Of(side));
        var expected = side == Side.CRM ? "There" : "Here";
        assertThat(pair.local(uuid, "name")).isEqualTo(expected);
        assertThat(pair.remote("1", "name")).isEqualTo(expected);
        pair.assertNothingMore(uuid);
    }

    @Test
    void severalMatches_areLinkedToTheChosenOne() {
        var uuid = severalMatches();
        assertThatThrownBy(() -> resolve(uuid, new Take.Candidate("3")))
                .isInstanceOf(WaggleException.class)
                .hasMessage("3 is none of the records that match");
        resolve(uuid, new Take.Candidate("2"));
        assertThat(link(uuid).remoteId()).isEqualTo("2");
    }

    @Test
    void severalMatches_letANewRecordBeMade() {
        var uuid = severalMatches();
        resolve(uuid, new Take.New());
        assertThat(pair.crm.live()).hasSize(3);
        assertThat(link(uuid).remoteId()).isEqualTo("3");
    }

    @Test
    void recordOfTheCrm_isLinkedToTheChosenOneOfWaggle() {
        pair.home.add(Pair.company("Acme", "acme.example"));
        var chosen = pair.home.add(Pair.company("Acme 2", "acme.example"));
        var id = pair.crm.add(Pair.company("Acme", "acme.example"));
        assertThat(pair.signal(id)).isEqualTo(Outcome.ASKED);
        var asked = pair.home.linkOf(id).orElseThrow();
        resolution().resolve(asked, new Take.Candidate(chosen.toString()));
        assertThat(link(chosen).remoteId()).isEqualTo(id);
    }

    @Test
    void deletionInTheCrm_isKept() {
        var uuid = deletedInTheCrm();
        resolve(uuid, new Take.Of(Side.CRM));
        assertThat(link(uuid).state()).isEqualTo(State.UNLINKED);
        pair.assertNothingMore(uuid);
    }

    @Test
    void deletionInTheCrm_isUndone() {
        var uuid = deletedInTheCrm();
        resolve(uuid, new Take.Of(Side.WAGGLE));
        assertThat(pair.crm.live()).hasSize(1);
        assertThat(pair.remote("2", "name")).isEqualTo("Acme Ltd");
        pair.assertNothingMore(uuid);
    }

    @Test
    void deletionInWaggle_isUndone() {
        var uuid = pair.linked();
        pair.home.records.remove(uuid);
        pair.crm.edit("1", "name", "Acme Ltd");
        pair.signal(uuid);
        resolve(uuid, new Take.Of(Side.CRM));
        var again = pair.home.records.keySet().iterator().next();
        assertThat(pair.local(again, "name")).isEqualTo("Acme Ltd");
        pair.assertNothingMore(again);
    }

    @Test
    void linkWithoutAConflict_isRefused() {
        var uuid = pair.linked();
        assertThatThrownBy(() -> resolve(uuid, new Take.New()))
                .isInstanceOf(WaggleException.class)
                .hasMessage("The link has no conflict to resolve");
    }

    private UUID severalMatches() {
        pair.crm.add(Pair.company("Acme", "acme.example"));
        pair.crm.add(Pair.company("Acme 2", "acme.example"));
        var uuid = pair.home.add(Pair.company("Acme", "acme.example"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.ASKED);
        return uuid;
    }

    private UUID deletedInTheCrm() {
        var uuid = pair.linked();
        pair.crm.delete("1");
        pair.home.edit(uuid, Map.of("name", "Acme Ltd"));
        assertThat(pair.signal(uuid)).isEqualTo(Outcome.ASKED);
        return uuid;
    }

    private void resolve(UUID uuid, Take take) {
        resolution().resolve(link(uuid), take);
    }

    private Link link(UUID uuid) {
        return pair.home.linkOf(uuid).orElseThrow();
    }

    private Resolution resolution() {
        return new Resolution(pair.mapping, pair.crm, pair.home, new Writers(pair.crm, pair.home));
    }
}
