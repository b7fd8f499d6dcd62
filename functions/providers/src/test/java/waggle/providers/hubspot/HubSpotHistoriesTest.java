package waggle.providers.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.hubspot.HubSpotFault;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Writers;
import waggle.providers.call.Host;

/** Random histories of edits on both sides of a HubSpot whose calls fail and whose replies are lost. */
class HubSpotHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("waggle.histories", 10);
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

    @Test
    void histories_endInAgreement_withoutDoublesAndFurtherWrites() {
        var first = Long.getLong("waggle.seed", System.nanoTime());
        System.out.println("Histories of the synchronisation with HubSpot with the seeds from " + first);
        try (var client = Host.newClient()) {
            for (var seed = first; seed < first + HISTORIES; seed++) {
                var clock = new SteppingClock();
                try (var fake = HubSpotFake.start(0, "pat-local-1", clock)) {
                    new History(seed, clock, fake, client).run();
                }
            }
        }
    }

    private static final class History {
        private final long seed;
        private final Random random;
        private final SteppingClock clock;
        private final HubSpotFake fake;
        private final HubSpotCrm crm;
        private final TestHome home = new TestHome(FIELDS);
        private final Reconciler reconciler;
        private int names;

        History(long seed, SteppingClock clock, HubSpotFake fake, HttpClient client) {
            this.seed = seed;
            this.random = new Random(seed);
            this.clock = clock;
            this.fake = fake;
            this.crm = new HubSpotCrm(client, fake.url(), "pat-local-1", CallBudget.UNLIMITED);
            this.reconciler = new Reconciler(MAPPING, crm, home, new Writers(crm, home), () -> true);
            crm.prepare(COMPANIES);
            if (random.nextBoolean()) {
                fake.account().automate(History::rewritten);
            }
        }

        void run() {
            for (var step = 0; step < 30; step++) {
                clock.move(Duration.ofMinutes(1));
                act();
                if (random.nextInt(3) == 0) {
                    fake.add(any(List.of(HubSpotFault.REPLY_LOST, HubSpotFault.SERVER_ERROR, HubSpotFault.LOCKED)));
                }
                if (random.nextBoolean()) {
                    attempt(any(signals()));
                }
            }
            while (fake.isFaulty()) {
                attempt(any(signals()));
            }
            for (var round = 0; round < 3; round++) {
                signals().forEach(this::attempt);
            }
            var writes = fake.writes();
            var stored = home.stored;
            signals().forEach(this::attempt);
            assertThat(List.of(fake.writes(), (long) home.stored))
                    .as("seed %d: writes of a further round", seed)
                    .containsExactly(writes, (long) stored);
            home.records.values().forEach(this::assertAgreement);
        }

        private void assertAgreement(LocalRecord local) {
            var link = home.linkOf(local.uuid()).orElseThrow();
            var id = link.remoteId();
            assertThat(id).as("seed %d: %s", seed, link).isNotNull();
            for (var field : FIELDS) {
                var value = fake.account().value(COMPANIES, String.valueOf(id), field);
                assertThat(local.fields().get(field))
                        .as("seed %d: %s", seed, link)
                        .isEqualToIgnoringCase(value);
            }
        }

        private void act() {
            var locals = new ArrayList<>(home.records.keySet());
            var remotes = new ArrayList<>(ids());
            var value = random.nextInt(3) == 0 ? "" : "+49 30 " + random.nextInt(100);
            switch (random.nextInt(6)) {
                case 0 -> home.add(named(), clock.instant());
                case 1 -> fake.account().add(COMPANIES, named());
                case 2, 3 -> {
                    if (!locals.isEmpty()) {
                        home.edit(any(locals), Map.of("phone", value), clock.instant());
                    }
                }
                default -> {
                    if (!remotes.isEmpty()) {
                        fake.account().edit(COMPANIES, any(remotes), Map.of("phone", value));
                    }
                }
            }
        }

        private Map<String, String> named() {
            var number = ++names;
            return Map.of("name", "Company " + number, "domain", "Company" + number + ".example");
        }

        private List<Signal> signals() {
            var signals = new ArrayList<Signal>();
            home.records.keySet().forEach(uuid -> signals.add(new Signal.OfRecord(uuid)));
            ids().forEach(id -> signals.add(new Signal.OfRemote(id)));
            return signals.isEmpty() ? List.of(new Signal.OfRemote("1")) : signals;
        }

        private List<String> ids() {
            return fake.account().ids(COMPANIES);
        }

        private void attempt(Signal signal) {
            try {
                reconciler.reconcile(signal);
            } catch (CrmFailure e) {
                assertThat(e.kind()).as("seed %d: %s", seed, e).isEqualTo(CrmFailure.Kind.RETRY);
            }
        }

        private static Map<String, String> rewritten(String type, Map<String, String> values) {
            var rewritten = new HashMap<>(values);
            rewritten.computeIfPresent("phone", (name, phone) -> phone.replace(' ', '-'));
            return rewritten;
        }

        private <E> E any(List<E> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
