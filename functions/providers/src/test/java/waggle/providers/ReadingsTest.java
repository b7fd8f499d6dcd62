package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.cloud.crm.fake.Fault;
import waggle.model.ManualClock;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.run.DailyBudget;
import waggle.model.crm.run.Window;
import waggle.model.crm.sync.Link.State;
import waggle.providers.call.Host;

/** The situations of public bug reports about readings of changes, limits and deletions, with every provider. */
class ReadingsTest {
    private static final int MORE_THAN_A_PAGE = 2_100;
    private static final HttpClient CLIENT = Host.newClient();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @EnumSource
    void recordOfTheSecondInWhichAPollEnds_isRead(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            scene.addThere(BackfillTest.company("Remote", 1));
            scene.poll();
            scene.addThere(BackfillTest.company("Remote", 2));
            scene.poll();
            assertThat(scene.home.records).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void transactionThatEndsAfterLaterOnes_isRead(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.clock.move(Duration.ofMinutes(2));
            scene.poll();
            var began = scene.clock.instant().minusSeconds(90);
            scene.clock.move(Duration.ofSeconds(10));
            scene.editThere(scene.remoteId(uuid), Map.of("phone", "1"), began);
            scene.poll();
            assertThat(scene.here(uuid, "phone")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeThatTheSearchShowsLate_isRead(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.fake.account().lag(Duration.ofMinutes(1));
            scene.clock.move(Duration.ofMinutes(5));
            scene.poll();
            scene.editThere(scene.remoteId(uuid), Map.of("phone", "1"));
            scene.poll();
            scene.clock.move(Duration.ofSeconds(70));
            scene.poll();
            assertThat(scene.here(uuid, "phone")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreThanAPageWithOneTime_isReadWhole_althoughRowsMoveBetweenPages_andALimitComesBetween(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            scene.poll();
            scene.clock.move(Duration.ofMinutes(10));
            for (var i = 0; i < MORE_THAN_A_PAGE; i++) {
                scene.addThere(BackfillTest.company("Remote", i));
            }
            var ids = scene.ids();
            var from = scene.clock.instant();
            var window = new AtomicReference<>(new Window(from, from.plusSeconds(60), null, false));
            var failure = catchThrowableOfType(
                    CrmFailure.class, () -> scene.poll(() -> true).read(window.get(), next -> {
                        window.set(next);
                        scene.clock.move(Duration.ofSeconds(5));
                        scene.editThere(ids.getFirst(), Map.of("phone", "1"));
                        scene.fake.add(Fault.DAILY_LIMIT);
                    }));
            assertThat(failure.kind()).isEqualTo(Kind.WAIT);
            var calls = scene.fake.calls().size();
            var read = scene.poll(() -> true).read(window.get(), window::set);
            assertThat(read).isLessThanOrEqualTo(MORE_THAN_A_PAGE + 1);
            assertThat(scene.fake.calls().size() - calls).isLessThanOrEqualTo(MORE_THAN_A_PAGE / 200 + 3);
            assertThat(scene.home.records).hasSize(MORE_THAN_A_PAGE);
            assertThat(scene.ids()).hasSize(MORE_THAN_A_PAGE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletionThatNoPollShows_isFoundByTheCheck(Provider provider) {
        try (var scene = new Scene(provider, CLIENT)) {
            var uuid = scene.linked();
            scene.delete(scene.remoteId(uuid));
            scene.poll();
            scene.poll(() -> true).check(scene.home.remoteIds());
            assertThat(scene.state(uuid)).isEqualTo(State.UNLINKED);
            assertThat(scene.home.records).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void accountThatIsBlocked_getsNoFurtherCall(Provider provider) {
        var clock = new ManualClock(ProviderCase.START);
        try (var scene = new Scene(provider, CLIENT, new DailyBudget(clock, 100_000, 25))) {
            scene.fake.add(Fault.BLOCKED);
            assertThat(catchThrowableOfType(CrmFailure.class, scene::poll).kind())
                    .isEqualTo(Kind.STOP);
            var calls = scene.fake.calls().size();
            assertThat(catchThrowableOfType(CrmFailure.class, scene::poll).kind())
                    .isEqualTo(Kind.STOP);
            assertThat(scene.fake.calls()).hasSize(calls);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shareOfTheDay_isNeverExceeded(Provider provider) {
        var clock = new ManualClock(ProviderCase.START);
        var budget = new DailyBudget(clock, 800, 25);
        try (var scene = new Scene(provider, CLIENT, budget)) {
            for (var i = 0; i < 200; i++) {
                scene.addHere(BackfillTest.company("Local", i));
            }
            var all = List.copyOf(scene.home.records.keySet());
            for (var run = 0; run < 3; run++) {
                assertThat(catchThrowableOfType(CrmFailure.class, () -> scene.poll(() -> true)
                                        .offer(all))
                                .kind())
                        .isEqualTo(Kind.WAIT);
            }
            assertThat(budget.used()).isBetween(165L, 200L);
            assertThat(scene.fake.calls()).hasSizeLessThanOrEqualTo(201);
        }
    }
}
