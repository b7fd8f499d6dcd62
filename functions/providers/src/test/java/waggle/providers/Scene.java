package waggle.providers;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.ManualClock;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.run.Poll;
import waggle.model.crm.run.Window;
import waggle.model.crm.sync.Brake;
import waggle.model.crm.sync.DryRun;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Outcome;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Writers;

/** A company of Waggle in memory and an account of a provider, whose companies are synchronised. Fields have Waggle's names. */
final class Scene implements AutoCloseable {
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    final Provider provider;
    final ManualClock clock = new ManualClock(ProviderCase.START);
    final Allowance allowance = new Allowance(clock);
    final FakeCrm fake;
    final Crm crm;
    final TestHome home = new TestHome(Provider.FIELDS);
    final ObjectMapping mapping;
    private Window window = Window.all(clock.instant());

    Scene(Provider provider, HttpClient client) {
        this(provider, client, CallBudget.UNLIMITED);
    }

    /** A scene whose calls are counted. */
    static Scene withinBudget(Provider provider, HttpClient client) {
        return new Scene(provider, client, null);
    }

    Scene(Provider provider, HttpClient client, @Nullable CallBudget budget) {
        this.provider = provider;
        this.fake = provider.start(clock);
        this.crm = provider.connect(client, fake, Objects.requireNonNullElse(budget, allowance));
        this.mapping = provider.mapping();
        crm.prepare(provider.companies);
    }

    @Override
    public void close() {
        fake.close();
    }

    UUID addHere(Map<String, String> values) {
        return home.add(values, clock.instant());
    }

    void editHere(UUID uuid, Map<String, String> values) {
        home.edit(uuid, values, clock.instant());
    }

    String here(UUID uuid, String field) {
        return home.read(uuid).orElseThrow().fields().getOrDefault(field, "");
    }

    String addThere(Map<String, String> values) {
        return fake.account().add(provider.companies, provider.named(values));
    }

    void editThere(String id, Map<String, String> values) {
        fake.account().edit(provider.companies, id, provider.named(values));
    }

    void editThere(String id, Map<String, String> values, Instant began) {
        fake.account().edit(provider.companies, id, provider.named(values), began);
    }

    String there(String id, String field) {
        return fake.account().value(provider.companies, id, provider.field(field));
    }

    void delete(String id) {
        fake.account().delete(provider.companies, id);
    }

    List<String> ids() {
        return fake.account().ids(provider.companies);
    }

    /** The identifier that a record of Waggle is linked to. */
    String remoteId(UUID uuid) {
        return String.valueOf(home.linkOf(uuid).orElseThrow().remoteId());
    }

    Link.State state(UUID uuid) {
        return home.linkOf(uuid).orElseThrow().state();
    }

    /** Every record of both sides, those that are known to be deleted too. */
    List<Signal> signals() {
        var signals = new ArrayList<Signal>();
        home.records.keySet().forEach(uuid -> signals.add(new Signal.OfRecord(uuid)));
        fake.account().all(provider.companies).forEach(record -> signals.add(new Signal.OfRemote(record.id())));
        return signals;
    }

    Outcome signal(UUID uuid) {
        return reconciler(crm, () -> true).reconcile(new Signal.OfRecord(uuid));
    }

    Outcome signal(String id) {
        return reconciler(crm, () -> true).reconcile(new Signal.OfRemote(id));
    }

    Reconciler reconciler(Crm over, Brake brake) {
        return new Reconciler(mapping, over, home, new Writers(over, home), brake);
    }

    Poll poll(Brake brake) {
        Function<Crm, Consumer<Signal>> look = known -> reconciler(known, brake)::reconcile;
        return new Poll(mapping, crm, look);
    }

    /** Reads the changes since the last poll, and two minutes before it. */
    void poll() {
        window = window.next(clock.instant().plusSeconds(1), Duration.ZERO, OVERLAP);
        poll(() -> true).read(window, next -> window = next);
    }

    /** Makes a dry run of the reconciliation of a record, then the run, and returns what each noted. */
    List<List<Map<String, String>>> predicted(Signal signal) {
        var noted = new DryRun(null, null);
        new Reconciler(mapping, crm, home, new Writers(noted, noted), () -> true).reconcile(signal);
        var made = new DryRun(crm, home);
        new Reconciler(mapping, crm, home, new Writers(made, made), () -> true).reconcile(signal);
        return List.of(noted.writes(), made.writes());
    }

    /** A record of each side, linked. */
    UUID linked() {
        var uuid = addHere(Map.of("name", "Acme", "domain", "acme.example"));
        signal(uuid);
        return uuid;
    }
}
