package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.model.FaultyClient;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmRun;
import waggle.model.records.Entity;
import waggle.platform.queue.CrmTask;

/**
 * One history of two tenants, whose accounts have one address: random edits, deletions and merges, faults of the CRM, tokens that
 * expire and rotate, messages that come in any order and more than once, and processes that die at their writes.
 */
final class TenantHistory implements AutoCloseable {
    /** A value that the rule of an administrator refuses. */
    static final String BAD = "https://refused.example";

    /** After the uuids of all records, which have the time of the machine: a run reads Waggle's records until its own time. */
    private static final Instant START = Instant.parse("2099-11-26T08:00:00.123Z");

    private static final int STEPS = 25;
    private static final List<Fault> FAULTS = List.of(
            Fault.REPLY_LOST,
            Fault.REPLY_LOST,
            Fault.SERVER_ERROR,
            Fault.LOCKED,
            Fault.TOKEN_EXPIRED,
            Fault.TOKEN_EXPIRED);
    private static final List<Fault> LIMITS = List.of(Fault.BURST_LIMIT, Fault.DAILY_LIMIT, Fault.BLOCKED);

    final String text;
    final Random random;
    final ManualClock clock = new ManualClock(START);
    final SharedAddress address;
    final FakeCrm fake;
    final LocalServices local;
    final String table = LocalTable.another();
    final List<Tenant> tenants = new ArrayList<>();
    final Map<String, Integer> counts = new HashMap<>();
    private final Deaths deaths = new Deaths();
    private SyncWorker worker;

    TenantHistory(long seed, Provider provider) {
        this.text = provider + " seed " + seed;
        // The first numbers of neighbouring seeds are alike.
        this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        var accounts = Stream.of("Ada", "Bob")
                .map(name -> TenantAccount.of(provider, name, clock))
                .toList();
        this.address =
                new SharedAddress(accounts.stream().map(TenantAccount::api).toList());
        this.fake = FakeCrm.start(0, address);
        this.local = new LocalServices(table, clock, new EnumMap<>(Map.of(provider, fake.url())));
        this.worker = new SyncWorker(local.over(FaultyClient.with(deaths)));
        for (var account : accounts) {
            var isGranted = provider != Provider.SALESFORCE && random.nextBoolean();
            account.trouble(random, BAD);
            tenants.add(new Tenant(account, isGranted, local.over(LocalTable.shared())));
        }
    }

    @Override
    public void close() {
        fake.close();
    }

    void run() {
        for (var tenant : tenants) {
            tenant.addHere();
            tenant.addThere();
            clock.move(Duration.ofSeconds(61));
            finished(tenant, false);
        }
        for (var step = 0; step < STEPS; step++) {
            clock.move(Duration.ofSeconds(5 + random.nextInt(40)));
            var tenant = any(tenants);
            new Act(this, tenant).any();
            disturb();
            work(tenant);
            if (random.nextInt(4) == 0) {
                tenant.reconnect();
            }
        }
        calm();
        new TenantChecks(this).play();
    }

    private void disturb() {
        if (random.nextInt(3) == 0) {
            fake.add(any(FAULTS));
        } else if (random.nextInt(8) == 0) {
            fake.add(any(LIMITS));
        }
        if (random.nextInt(3) == 0) {
            deaths.at(1 + random.nextInt(6), random.nextBoolean());
        }
    }

    private void work(Tenant tenant) {
        switch (random.nextInt(5)) {
            case 0, 1 -> deliver(tenant);
            case 2 -> {
                var ids = tenant.account.ids(tenant.companies());
                if (!ids.isEmpty()) {
                    handled(
                            tenant,
                            CrmTask.remote(tenant.actor.company(), tenant.connection, "partner", any(ids), "hook"));
                }
            }
            case 3 -> new Workers(this, tenant).renew();
            default -> look(tenant);
        }
    }

    /** Delivers a message, which stays if its work was not done, and may come again in any case. */
    private void deliver(Tenant tenant) {
        if (!tenant.pending.isEmpty()) {
            var task = any(tenant.pending);
            if (handled(tenant, task) && random.nextInt(3) > 0) {
                tenant.pending.remove(task);
            }
        }
    }

    boolean look(Tenant tenant) {
        return handled(tenant, CrmTask.look(tenant.actor.company(), tenant.connection, clock.instant()));
    }

    /** Works off a message, and tells whether the work is done. */
    private boolean handled(Tenant tenant, CrmTask task) {
        var isLimited = tenant.isLimited();
        var calls = fake.calls().size();
        var refused = address.refusedGrants();
        var lost = fake.lostReplies();
        try {
            var again = worker.work(new ArrayList<>(List.of(new SyncMessage("message", task))), "history");
            assertThat(again).as("%s: messages that failed", text).isEmpty();
        } catch (FaultyClient.Killed killed) {
            counts.merge("deaths", 1, Integer::sum);
            restart();
            return false;
        }
        if (isLimited) {
            assertThat(fake.calls()).as("%s: calls in a pause", text).hasSize(calls);
        }
        // The worker does not see a refusal whose reply is lost.
        if (address.refusedGrants() - refused > fake.lostReplies() - lost) {
            counts.merge("lost grants", 1, Integer::sum);
            assertThat(tenant.stored().status()).as("%s: a refused grant", text).isEqualTo(Status.NEEDS_REAUTH);
            assertThat(tenant.stored().statusReason()).as(text).isNotBlank();
        }
        return true;
    }

    /** Another process begins, after the time for which a message of the first one was invisible. */
    private void restart() {
        deaths.revive();
        worker = new SyncWorker(local.over(FaultyClient.with(deaths)));
        clock.move(Duration.ofSeconds(61));
    }

    /** Uses up the faults, reconnects, and delivers all messages. */
    void calm() {
        deaths.revive();
        for (var round = 0; round < 100 && !isCalm(); round++) {
            clock.move(Duration.ofSeconds(61));
            for (var tenant : tenants) {
                tenant.reconnect();
                var next = tenant.cursor().nextSyncAt();
                if (tenant.isLimited() && next != null) {
                    clock.set(next);
                }
                List.copyOf(tenant.pending).forEach(task -> {
                    if (handled(tenant, task) && tenant.stored().runs() && !tenant.isLimited()) {
                        tenant.pending.remove(task);
                    }
                });
                look(tenant);
            }
        }
        assertThat(isCalm()).as("%s: calm at the end", text).isTrue();
        clock.move(Duration.ofSeconds(61));
    }

    private boolean isCalm() {
        return !fake.isFaulty()
                && tenants.stream()
                        .allMatch(tenant -> tenant.pending.isEmpty()
                                && tenant.stored().status() == Status.ACTIVE
                                && tenant.cursor().retries().isEmpty());
    }

    /** Makes a run of all records to its end. */
    Entity<CrmRun> finished(Tenant tenant, boolean isDry) {
        UUID run = tenant.begin(isDry);
        for (var message = 0; message < 20 && !tenant.run(run).hasEnded(); message++) {
            look(tenant);
        }
        var found = tenant.records().get(CrmRun.RESOURCE, run);
        assertThat(found.value().status()).as("%s: %s", text, found).isEqualTo(CrmRun.Status.FINISHED);
        return found;
    }

    <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
