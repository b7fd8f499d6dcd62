package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.sync.Link.State;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;

/** The work on the messages of one connection. */
final class SyncWorkerTest {
    private static final String COMPANIES = "companies";

    /** The deletions that every day may have. */
    private static final int ALWAYS = 5;

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Signals that a look carries out are forgotten with it, so no later look repeats them. */
    @Test
    void failedSignal_isLookedAtAgain_andThenForgotten() {
        var id = bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.fake.add(Fault.SERVER_ERROR);
        bench.remote(id);
        assertThat(bench.cursor().retries()).containsExactly("partner remote " + id);
        assertThat(partners()).isEmpty();

        bench.look();

        assertThat(partners()).hasSize(1);
        assertThat(bench.cursor().retries()).isEmpty();
    }

    /** A signal that fails again stays. */
    @Test
    void signalThatFailsTwice_isKept() {
        var id = bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.fake.add(Fault.SERVER_ERROR);
        bench.remote(id);
        bench.fake.add(Fault.SERVER_ERROR);

        bench.look();

        assertThat(bench.cursor().retries()).containsExactly("partner remote " + id);
    }

    /** A run meets a record when it reads the changes of the CRM, and once more when it looks at the links. */
    @Test
    void conflict_metByThePollAndByTheCheckOfLinks_countsOnce() {
        var id = bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.later(Duration.ofSeconds(1));
        bench.run();
        var partner = partners().getFirst();
        bench.later(Duration.ofSeconds(30));
        bench.fake.account().edit(COMPANIES, id, Map.of("name", "Northwind of HubSpot"));
        bench.change(partner.uuid(), before -> PartnerBuilder.from(before).withName("Northwind of Waggle"));
        bench.later(Duration.ofSeconds(1));

        var counts = bench.run().counts();

        assertThat(counts.conflicts()).isEqualTo(1);
        assertThat(counts.read()).isGreaterThan(1);
    }

    /** Each message about a record would cost a write of the connection, which all of them share. */
    @Test
    void successes_areNotedOnceAMinute() {
        var id = bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.remote(id);
        var before = moves();
        for (var i = 0; i < 20; i++) {
            bench.remote(id);
        }
        assertThat(moves()).isEqualTo(before);

        bench.later(Duration.ofSeconds(61));
        bench.remote(id);
        bench.remote(id);
        assertThat(moves()).isEqualTo(before + 1);
    }

    /** Signals that are looked at again and the check of links share the brake of the day. */
    @Test
    void deletionsOfOneLook_haveOneBrake() {
        var ids = IntStream.range(0, 10)
                .mapToObj(number -> bench.fake
                        .account()
                        .add(COMPANIES, Map.of("name", "Company " + number, "domain", "w%d.example".formatted(number))))
                .toList();
        bench.later(Duration.ofSeconds(1));
        bench.run();
        ids.forEach(id -> bench.fake.account().delete(COMPANIES, id));
        for (var id : ids.subList(0, ALWAYS)) {
            bench.fake.add(Fault.SERVER_ERROR);
            bench.remote(id);
        }
        assertThat(bench.cursor().retries()).hasSize(ALWAYS);
        bench.later(Duration.ofMinutes(61));

        bench.look();

        assertThat(bench.records().all(CrmLink.RESOURCE))
                .filteredOn(link -> link.value().status() == State.UNLINKED)
                .hasSize(ALWAYS);
        assertThat(bench.cursor().endedLinks()).isEqualTo(ALWAYS);
    }

    /** The run has looked at all links. A look after it would keep the changes of Waggle waiting for all of them again. */
    @Test
    void lookAfterARun_looksAtNoLinks_forAnHour() {
        bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.later(Duration.ofSeconds(1));
        bench.run();
        var reads = batchReads();
        bench.later(Duration.ofMinutes(2));
        bench.look();
        assertThat(batchReads()).isEqualTo(reads);

        bench.later(Duration.ofHours(1));
        bench.look();
        assertThat(batchReads()).isGreaterThan(reads);
    }

    /** A run does not read again what it has read when it made the link. */
    @Test
    void run_readsLinksOfEarlierRunsOnly() {
        bench.fake.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        bench.later(Duration.ofSeconds(1));
        var reads = batchReads();
        bench.run();
        assertThat(partners()).hasSize(1);
        assertThat(batchReads()).isEqualTo(reads);
        bench.run();
        assertThat(batchReads()).isEqualTo(reads + 1);
    }

    private long batchReads() {
        return bench.fake.calls().stream()
                .filter(call -> call.endsWith("/companies/batch/read"))
                .count();
    }

    private List<Entity<Partner>> partners() {
        assertThat(bench.records().all(CrmLink.RESOURCE))
                .hasSameSizeAs(bench.records().all(Partner.RESOURCE));
        return bench.records().all(Partner.RESOURCE);
    }

    private long moves() {
        return bench.records()
                .find(CrmConnection.RESOURCE, bench.connection)
                .orElseThrow()
                .moves();
    }
}
