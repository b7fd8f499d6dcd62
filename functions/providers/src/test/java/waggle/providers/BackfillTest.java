package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.crm.run.DeleteBrake;
import waggle.model.crm.run.Window;
import waggle.model.crm.sync.Link;
import waggle.providers.call.Host;

/** A first run over all records, what it costs, and what later runs find. */
class BackfillTest {
    private static final int COMPANIES = 300;
    private static final HttpClient CLIENT = Host.newClient();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @EnumSource
    void firstRun_costsAPageOfCallsForAHundredRecords_andASecondRunWritesNothing(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            for (var i = 0; i < COMPANIES; i++) {
                scene.addThere(company("Remote", i));
            }
            var calls = scene.fake.calls().size();
            scene.poll(() -> true).read(Window.all(scene.clock.instant().plusSeconds(1)), next -> {});
            assertThat(scene.fake.calls().size() - calls).isBetween(1, COMPANIES / 100);
            assertThat(scene.home.records).hasSize(COMPANIES);
            assertSecondRunWritesNothing(scene);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfWaggle_areMadeOnce_andAChangeComesBackWithTheNextPoll(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            for (var i = 0; i < 30; i++) {
                scene.addHere(company("Local", i));
            }
            var calls = scene.fake.calls().size();
            scene.poll(() -> true).offer(List.copyOf(scene.home.records.keySet()));
            assertThat(scene.ids()).hasSize(30);
            // One look at all of them, where the CRM has one; for each a look for its domain, and the creation with its
            // read.
            assertThat(scene.fake.calls().size() - calls)
                    .isLessThanOrEqualTo(30 * (provider == Provider.HUBSPOT ? 2 : 3) + 2);
            assertSecondRunWritesNothing(scene);
            scene.poll();
            scene.clock.move(Duration.ofMinutes(1));
            var uuid = scene.home.records.keySet().iterator().next();
            scene.editThere(scene.remoteId(uuid), Map.of("phone", "+49 30 1"));
            var writes = scene.fake.writes();
            scene.clock.move(Duration.ofMinutes(1));
            scene.poll();
            assertThat(scene.here(uuid, "phone")).isEqualTo("+49 30 1");
            assertThat(scene.fake.writes()).isEqualTo(writes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void checkOfAllLinks_findsDeletionsThatNoPollShows_andTheBrakeHoldsTooMany(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            for (var i = 0; i < 40; i++) {
                scene.addThere(company("Remote", i));
            }
            scene.poll(() -> true).read(Window.all(scene.clock.instant().plusSeconds(1)), next -> {});
            var ids = scene.ids();
            ids.subList(0, 20).forEach(scene::delete);
            scene.poll(new DeleteBrake(40, 25)).check(ids);
            assertThat(states(scene, ids, Link.State.UNLINKED)).isEqualTo(10);
            assertThat(states(scene, ids, Link.State.LINKED)).isEqualTo(30);
            assertThat(scene.home.records).hasSize(40);
        }
    }

    static void assertSecondRunWritesNothing(Scene scene) {
        var writes = scene.fake.writes();
        var stored = scene.home.stored;
        scene.poll(() -> true).read(Window.all(scene.clock.instant().plusSeconds(1)), next -> {});
        scene.poll(() -> true).check(scene.ids());
        scene.poll(() -> true).offer(new ArrayList<UUID>(scene.home.records.keySet()).subList(0, 30));
        assertThat(scene.fake.writes()).isEqualTo(writes);
        assertThat(scene.home.stored).isEqualTo(stored);
    }

    private static long states(Scene scene, List<String> ids, Link.State state) {
        return ids.stream()
                .filter(id -> scene.home.linkOf(id).orElseThrow().state() == state)
                .count();
    }

    static Map<String, String> company(String side, int number) {
        return Map.of("name", side + " " + number, "domain", side.toLowerCase(Locale.ROOT) + number + ".example");
    }
}
