package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.Link.State;
import waggle.model.crm.sync.Outcome;
import waggle.providers.call.Host;

/** The situations of public bug reports about synchronisations that concern one record, with every provider. */
class SituationsTest {
    private static final HttpClient CLIENT = Host.newClient();
    private static final Map<String, String> ACME = Map.of("name", "Acme", "domain", "acme.example");

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @EnumSource
    void createTimesOut_andTheCrmCommits(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            scene.fake.account().lag(Duration.ofMinutes(1));
            var uuid = scene.addHere(ACME);
            scene.fake.addToWrite(Fault.REPLY_LOST);
            assertThat(catchThrowableOfType(CrmFailure.class, () -> scene.signal(uuid))
                            .kind())
                    .isEqualTo(CrmFailure.Kind.RETRY);
            scene.signal(uuid);
            assertThat(scene.ids()).containsExactly(scene.remoteId(uuid));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoHooksOfOneCreate_comeBeforeTheLinkIsStored(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.addHere(ACME);
            scene.home.diesAfter(1);
            assertThatThrownBy(() -> scene.signal(uuid)).isInstanceOf(TestHome.Killed.class);
            scene.home.lives();
            scene.signal(scene.ids().getFirst());
            scene.signal(scene.ids().getFirst());
            assertThat(scene.home.records).hasSize(1);
            assertThat(scene.ids()).containsExactly(scene.remoteId(uuid));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valueThatNeverMatches_makesOneRecordHoweverOftenItRuns(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.addHere(Map.of("name", "Acme", "domain", "no domain!"));
            for (var run = 0; run < 3; run++) {
                scene.signal(uuid);
                scene.poll();
            }
            assertThat(scene.ids()).hasSize(1);
            assertThat(scene.home.records).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHookComesThreeTimes(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var id = scene.addThere(ACME);
            scene.signal(id);
            var stored = scene.home.stored;
            scene.signal(id);
            scene.signal(id);
            assertThat(scene.home.stored).isEqualTo(stored);
            assertThat(scene.fake.writes()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void quickUpdates_comeOutOfOrder(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.editThere(scene.remoteId(uuid), Map.of("phone", "1"));
            scene.editThere(scene.remoteId(uuid), Map.of("phone", "2"));
            scene.signal(scene.remoteId(uuid));
            scene.signal(scene.remoteId(uuid));
            assertThat(scene.here(uuid, "phone")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordExistsRemotely_butItsLinkIsGone(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            var id = scene.remoteId(uuid);
            scene.home.forget(uuid);
            scene.signal(uuid);
            assertThat(scene.ids()).containsExactly(id);
            var other = scene.addHere(ACME);
            scene.signal(other);
            assertThat(scene.remoteId(other)).isNotEqualTo(id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void crmStampsANewRecordAgain(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            for (var run = 0; run < 3; run++) {
                scene.clock.move(Duration.ofMinutes(1));
                scene.editThere(scene.remoteId(uuid), Map.of());
                var writes = scene.fake.writes();
                var stored = scene.home.stored;
                scene.poll();
                assertThat(scene.fake.writes()).isEqualTo(writes);
                assertThat(scene.home.stored).isEqualTo(stored);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void workflowOnUpdate_updatesItsOwnRecord(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var name = provider.field("name");
            scene.fake.account().automate((type, values) -> {
                var rewritten = new HashMap<>(values);
                rewritten.computeIfPresent(name, (field, value) -> value.replace("Ltd", "Limited"));
                return rewritten;
            });
            var uuid = scene.linked();
            scene.clock.move(Duration.ofMinutes(1));
            scene.editHere(uuid, Map.of("name", "Acme Ltd"));
            scene.signal(uuid);
            scene.signal(uuid);
            assertThat(scene.here(uuid, "name")).isEqualTo("Acme Limited");
            var writes = scene.fake.writes();
            scene.signal(uuid);
            scene.poll();
            assertThat(scene.fake.writes()).isEqualTo(writes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mergedRecord_passesItsLinkToTheWinner(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            var loser = scene.remoteId(uuid);
            var winner = scene.addThere(Map.of("name", "Acme Group", "domain", "group.example"));
            scene.clock.move(Duration.ofMinutes(1));
            scene.fake.account().merge(provider.companies, loser, winner);
            scene.signal(provider.tellsMerges() ? loser : winner);
            assertThat(scene.remoteId(uuid)).isEqualTo(winner);
            assertThat(scene.home.records).hasSize(1);
            scene.clock.move(Duration.ofMinutes(1));
            scene.editHere(uuid, Map.of("phone", "+49 30 3"));
            scene.signal(uuid);
            assertThat(scene.there(winner, "phone")).isEqualTo("+49 30 3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletedRecord_isMadeAgainWhenItsDeadLinkIsRemoved(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.delete(scene.remoteId(uuid));
            assertThat(scene.signal(uuid)).isEqualTo(Outcome.UNLINKED);
            scene.editHere(uuid, Map.of("phone", "1"));
            assertThat(scene.signal(uuid)).isEqualTo(Outcome.NOTHING);
            scene.home.forget(uuid);
            scene.signal(uuid);
            assertThat(scene.ids()).containsExactly(scene.remoteId(uuid));
            assertThat(scene.there(scene.remoteId(uuid), "phone")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void editsOfDifferentFields_bothSurvive_andOfOneFieldAreAConflict(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.clock.move(Duration.ofMinutes(1));
            scene.editHere(uuid, Map.of("phone", "1"));
            scene.editThere(scene.remoteId(uuid), Map.of("name", "Acme Ltd"));
            scene.signal(uuid);
            assertThat(scene.there(scene.remoteId(uuid), "phone")).isEqualTo("1");
            assertThat(scene.here(uuid, "name")).isEqualTo("Acme Ltd");
            scene.editHere(uuid, Map.of("name", "Here"));
            scene.editThere(scene.remoteId(uuid), Map.of("name", "There"));
            assertThat(scene.signal(uuid)).isEqualTo(Outcome.ASKED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneBadRecord_blocksNoOther_andIsTriedAgainAfterItsChange(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            scene.fake.account().refuse(values -> values.containsValue("Bad"));
            var bad = scene.addHere(Map.of("name", "Bad", "domain", "bad.example"));
            var good = scene.addHere(ACME);
            scene.poll(() -> true).offer(List.of(bad, good));
            assertThat(scene.state(bad)).isEqualTo(State.PARKED);
            assertThat(scene.state(good)).isEqualTo(State.LINKED);
            scene.editHere(bad, Map.of("name", "Better"));
            scene.poll(() -> true).offer(List.of(bad, good));
            assertThat(scene.state(bad)).isEqualTo(State.LINKED);
            assertThat(scene.ids()).hasSize(2);
        }
    }
}
