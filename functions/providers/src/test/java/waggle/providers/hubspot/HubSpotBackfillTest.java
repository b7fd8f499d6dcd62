package waggle.providers.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.run.DeleteBrake;
import waggle.model.crm.run.Poll;
import waggle.model.crm.run.Window;
import waggle.model.crm.sync.Brake;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Writers;
import waggle.providers.call.Host;

/** A first run over all records, what it costs, and what later runs find. */
class HubSpotBackfillTest {
    private static final int COMPANIES_OF_EACH_SIDE = Integer.getInteger("waggle.companies", 300);
    private static final String COMPANIES = "companies";
    private static final List<String> FIELDS = List.of("name", "domain", "phone");
    private static final ObjectMapping MAPPING = new ObjectMapping(
            COMPANIES,
            List.of(
                    FieldRule.of("name", "name", Form.TEXT),
                    FieldRule.of("domain", "domain", Form.NAME),
                    FieldRule.of("phone", "phone", Form.TEXT)),
            List.of("domain"),
            Direction.BOTH,
            ObjectMapping.OnDelete.UNLINK);
    private static final HttpClient CLIENT = Host.newClient();

    private final SteppingClock clock = new SteppingClock();
    private final HubSpotFake fake = HubSpotFake.start(0, "pat-local-1", clock);
    private final HubSpotCrm crm = new HubSpotCrm(CLIENT, fake.url(), "pat-local-1", CallBudget.UNLIMITED);
    private final TestHome home = new TestHome(FIELDS);

    @AfterEach
    void stop() {
        fake.close();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void firstRun_costsAPageOfCallsForAHundredRecords_andASecondRunWritesNothing() {
        for (var i = 0; i < COMPANIES_OF_EACH_SIDE; i++) {
            fake.account().add(COMPANIES, company("Remote", i));
        }
        crm.prepare(COMPANIES);
        var calls = fake.calls().size();
        var began = System.nanoTime();
        var read = poll(() -> true).read(Window.all(clock.instant()), next -> {});
        System.out.printf(
                "%d companies from HubSpot with %d calls in %d ms%n",
                read,
                fake.calls().size() - calls,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(fake.calls().size() - calls).isEqualTo(COMPANIES_OF_EACH_SIDE / 100);
        assertThat(home.records).hasSize(COMPANIES_OF_EACH_SIDE);
        assertSecondRunWritesNothing();
    }

    @Test
    void recordsOfWaggle_areMadeOnce_andAChangeComesBackWithTheNextPoll() {
        crm.prepare(COMPANIES);
        for (var i = 0; i < 30; i++) {
            home.add(company("Local", i), clock.instant());
        }
        poll(() -> true).offer(List.copyOf(home.records.keySet()));
        assertThat(fake.account().count(COMPANIES)).isEqualTo(30);
        assertSecondRunWritesNothing();
        clock.move(Duration.ofMinutes(1));
        var uuid = home.records.keySet().iterator().next();
        var id = String.valueOf(home.linkOf(uuid).orElseThrow().remoteId());
        fake.account().edit(COMPANIES, id, Map.of("phone", "+49 30 1"));
        clock.move(Duration.ofMinutes(1));
        var window = new Window(null, clock.instant().minusSeconds(90), null, true);
        poll(() -> true).read(window.next(clock.instant(), Duration.ZERO, Duration.ofMinutes(2)), next -> {});
        assertThat(home.read(uuid).orElseThrow().fields()).containsEntry("phone", "+49 30 1");
        assertThat(fake.calls()).filteredOn(call -> call.startsWith("PATCH")).isEmpty();
    }

    @Test
    void checkOfAllLinks_findsDeletionsThatNoPollShows_andTheBrakeHoldsTooMany() {
        for (var i = 0; i < 40; i++) {
            fake.account().add(COMPANIES, company("Remote", i));
        }
        poll(() -> true).read(Window.all(clock.instant()), next -> {});
        var ids = fake.account().ids(COMPANIES);
        ids.subList(0, 20).forEach(id -> fake.account().archive(COMPANIES, id));
        poll(new DeleteBrake(40, 25)).check(ids);
        assertThat(states(ids, Link.State.UNLINKED)).isEqualTo(10);
        assertThat(states(ids, Link.State.LINKED)).isEqualTo(30);
        assertThat(home.records).hasSize(40);
    }

    private void assertSecondRunWritesNothing() {
        var writes = fake.writes();
        var stored = home.stored;
        poll(() -> true).read(Window.all(clock.instant()), next -> {});
        poll(() -> true).check(fake.account().ids(COMPANIES));
        poll(() -> true).offer(new ArrayList<UUID>(home.records.keySet()).subList(0, 30));
        assertThat(fake.writes()).isEqualTo(writes);
        assertThat(home.stored).isEqualTo(stored);
    }

    private long states(List<String> ids, Link.State state) {
        return ids.stream()
                .filter(id -> home.linkOf(id).orElseThrow().state() == state)
                .count();
    }

    private Poll poll(Brake brake) {
        Function<Crm, Consumer<Signal>> look = known -> {
            var reconciler = new Reconciler(MAPPING, known, home, new Writers(known, home), brake);
            return reconciler::reconcile;
        };
        return new Poll(MAPPING, crm, look);
    }

    private static Map<String, String> company(String side, int number) {
        return Map.of("name", side + " " + number, "domain", side.toLowerCase(Locale.ROOT) + number + ".example");
    }
}
