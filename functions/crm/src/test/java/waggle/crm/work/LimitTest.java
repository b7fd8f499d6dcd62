package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.sync.Link.State;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;

/** A limit of the CRM, and what the look at its end makes good for ({@code docs/crm.md}, "Limits"). */
final class LimitTest {
    private static final String COMPANIES = "companies";

    /** More events than a look reads at once. */
    private static final int CHANGES = 105;

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** A limit of the CRM ends all calls until its time, whichever messages come: further calls prolong it. */
    @Test
    void limit_endsAllCalls_untilItsTime() {
        bench.fake.add(Fault.DAILY_LIMIT);
        bench.look();
        assertThat(bench.status()).isEqualTo(CrmConnection.Status.LIMITED);
        var id = addCompany("Northwind");
        var calls = bench.fake.calls().size();
        bench.remote(id);
        bench.look();
        assertThat(bench.fake.calls()).hasSize(calls);
        assertThat(bench.cursor().nextSyncAt()).isAfter(bench.now());

        bench.later(Duration.ofHours(1));
        bench.look();

        assertThat(partners()).hasSize(1);
        assertThat(bench.status()).isEqualTo(CrmConnection.Status.ACTIVE);
    }

    /** No event and no change of the CRM tells again that a person wants to retry a link. */
    @Test
    void retryInALimit_isMadeAtItsEnd() {
        var partner = parkedPartner();
        bench.fake.add(Fault.DAILY_LIMIT);
        bench.look();
        bench.retry(partner);

        assertRetriedAfterTheLimit(partner);
    }

    @Test
    void retryThatMeetsTheLimit_isMadeAtItsEnd() {
        var partner = parkedPartner();
        bench.fake.add(Fault.DAILY_LIMIT);
        bench.retry(partner);

        assertRetriedAfterTheLimit(partner);
    }

    /** A partner whose name HubSpot refused. The events of it are older than those that a limit lets be read again. */
    private UUID parkedPartner() {
        bench.addPartner("Northwind", domain("Northwind"));
        bench.fake.account().refuse(values -> values.containsValue("Northwind"));
        bench.later(Duration.ofHours(1));
        bench.run(true, false);
        bench.fake.account().refuse(values -> false);
        assertThat(link().status()).isEqualTo(State.PARKED);
        return partners().getFirst().uuid();
    }

    private void assertRetriedAfterTheLimit(UUID partner) {
        assertThat(bench.status()).isEqualTo(CrmConnection.Status.LIMITED);
        assertThat(bench.cursor().retries()).containsExactly("partner record " + partner);
        bench.later(Duration.ofHours(1));
        bench.look();
        assertThat(link().status()).isEqualTo(State.LINKED);
        assertThat(bench.cursor().retries()).isEmpty();
    }

    private CrmLink link() {
        return bench.records().all(CrmLink.RESOURCE).getFirst().value();
    }

    /** Many changes in a limit take more than one invocation. Each goes on where the one before ended, and then the CRM is read. */
    @Test
    void changesOfALimit_areLookedAtInSeveralInvocations() {
        var id = addCompany("Northwind");
        bench.later(Duration.ofSeconds(1));
        bench.run();
        var partner = partners().getFirst().uuid();
        bench.fake.add(Fault.DAILY_LIMIT);
        bench.look();
        var since = bench.cursor().missedSince();
        for (var change = 1; change <= CHANGES; change++) {
            var name = "Northwind " + change;
            bench.change(partner, before -> PartnerBuilder.from(before).withName(name));
        }
        addCompany("Southwind");
        bench.fake.account().automate((type, values) -> {
            bench.later(Duration.ofMinutes(2));
            return values;
        });
        bench.later(Duration.ofHours(1));

        bench.look();

        assertThat(bench.fake.account().value(COMPANIES, id, "name")).isEqualTo("Northwind " + CHANGES);
        assertThat(bench.cursor().missedSince()).isAfter(since);
        assertThat(bench.cursor().nextSyncAt()).isEqualTo(bench.now());
        assertThat(partners()).hasSize(1);

        bench.look();

        assertThat(bench.cursor().missedSince()).isNull();
        assertThat(partners()).hasSize(2);
    }

    private String addCompany(String name) {
        return bench.fake.account().add(COMPANIES, Map.of("name", name, "domain", domain(name)));
    }

    private static String domain(String name) {
        return name.toLowerCase(Locale.ROOT) + ".example";
    }

    private List<Entity<Partner>> partners() {
        return bench.records().all(Partner.RESOURCE);
    }
}
