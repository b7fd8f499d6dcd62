package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.ManualClock;
import waggle.model.crm.port.Crm;
import waggle.model.crm.run.DailyBudget;
import waggle.model.crm.run.Poll;
import waggle.model.crm.run.Window;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Writers;
import waggle.providers.call.Host;

/**
 * A whole account comes to Waggle, and a whole company goes to an account. {@code -Dwaggle.companies=10000} makes the accounts
 * large; each has two contacts for every company.
 */
class WholeAccountTest {
    private static final int COMPANIES = Integer.getInteger("waggle.companies", 100);
    private static final HttpClient CLIENT = Host.newClient();

    private final ManualClock clock = new ManualClock(ProviderCase.START);
    private final DailyBudget budget = new DailyBudget(clock, 10_000_000, 100);

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @EnumSource
    void account_comesToWaggleOnce(Provider provider) {
        try (var fake = provider.start(clock)) {
            var crm = provider.connect(CLIENT, fake, budget);
            var companies = new Side(fake, crm, provider.mapping(), new TestHome(Provider.FIELDS));
            var contacts = new Side(fake, crm, provider.contactMapping(), new TestHome(List.of("last_name", "email")));
            for (var i = 0; i < COMPANIES; i++) {
                companies.addThere(provider, BackfillTest.company("Remote", i));
                contacts.addThere(provider, contact(2 * i));
                contacts.addThere(provider, contact(2 * i + 1));
            }
            clock.move(Duration.ofMinutes(5));
            report(provider + " to Waggle", fake, () -> {
                companies.readAll();
                contacts.readAll();
            });
            assertThat(companies.home.records).hasSize(COMPANIES);
            assertThat(contacts.home.records).hasSize(2 * COMPANIES);
            assertNothingMore(provider, fake, companies, contacts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void company_goesToAnAccountOnce(Provider provider) {
        try (var fake = provider.start(clock)) {
            var crm = provider.connect(CLIENT, fake, budget);
            var companies = new Side(fake, crm, provider.mapping(), new TestHome(Provider.FIELDS));
            var contacts = new Side(fake, crm, provider.contactMapping(), new TestHome(List.of("last_name", "email")));
            for (var i = 0; i < COMPANIES / 10; i++) {
                companies.home.add(BackfillTest.company("Local", i), clock.instant());
                contacts.home.add(contact(2 * i), clock.instant());
                contacts.home.add(contact(2 * i + 1), clock.instant());
            }
            crm.prepare(provider.companies);
            crm.prepare(provider.contacts);
            report("a tenth to " + provider, fake, () -> {
                companies.offerAll();
                contacts.offerAll();
            });
            assertThat(fake.account().count(provider.companies)).isEqualTo(COMPANIES / 10);
            assertThat(fake.account().count(provider.contacts)).isEqualTo(COMPANIES / 10 * 2);
            clock.move(Duration.ofMinutes(5));
            assertNothingMore(provider, fake, companies, contacts);
        }
    }

    private void assertNothingMore(Provider provider, FakeCrm fake, Side companies, Side contacts) {
        var writes = fake.writes();
        var stored = companies.home.stored + contacts.home.stored;
        report("again with " + provider, fake, () -> {
            companies.readAll();
            contacts.readAll();
        });
        report("check of all links of " + provider, fake, () -> {
            companies.poll().check(companies.home.remoteIds());
            contacts.poll().check(contacts.home.remoteIds());
        });
        assertThat(fake.writes()).isEqualTo(writes);
        assertThat(companies.home.stored + contacts.home.stored).isEqualTo(stored);
    }

    private void report(String what, FakeCrm fake, Runnable run) {
        var calls = fake.calls().size();
        var spent = budget.used();
        var began = System.nanoTime();
        run.run();
        System.out.printf(
                "%s: %d companies, %d calls, budget %d, %d ms%n",
                what,
                COMPANIES,
                fake.calls().size() - calls,
                budget.used() - spent,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static Map<String, String> contact(int number) {
        return Map.of("last_name", "Person " + number, "email", "person" + number + "@acme.example");
    }

    /** One object of the account with Waggle's side of it. */
    private record Side(FakeCrm fake, Crm crm, ObjectMapping mapping, TestHome home) {
        void addThere(Provider provider, Map<String, String> values) {
            fake.account().add(mapping.object(), provider.named(values));
        }

        Poll poll() {
            Function<Crm, Consumer<Signal>> look =
                    known -> new Reconciler(mapping, known, home, new Writers(known, home), () -> true)::reconcile;
            return new Poll(mapping, crm, look);
        }

        void readAll() {
            poll().read(Window.all(Instant.EPOCH), next -> {});
        }

        void offerAll() {
            poll().offer(List.copyOf(home.records.keySet()));
        }
    }
}
