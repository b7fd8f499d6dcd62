package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.model.crm.stored.CrmLogEntry.Outcome;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;

/** A dry run tells the writes of the run after it, each once, though it meets a record more than once. */
final class DryRunTest {
    private static final String COMPANIES = "companies";

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** The changes of the CRM tell the record, and so do the links. */
    @Test
    void updatesOfBothSides_areToldOnce() {
        var id = add("Northwind");
        bench.run();
        bench.later(Duration.ofMinutes(1));
        bench.fake.account().edit(COMPANIES, id, Map.of("website", "https://northwind.example"));
        var partner = bench.records().all(Partner.RESOURCE).getFirst();
        bench.change(partner.uuid(), before -> PartnerBuilder.from(before).withName("Northwind Traders"));

        assertPredicted();
    }

    /** The winner of a merge gets a partner of its own before the link of the loser is looked at. */
    @Test
    void mergeIntoACompanyWithoutLink_endsTheLinkOfTheLoser() {
        var loser = add("Northwind");
        bench.run();
        bench.later(Duration.ofMinutes(1));
        bench.fake.account().merge(COMPANIES, loser, add("Southwind"));

        assertPredicted();
    }

    /** A partner that is linked to a company of the CRM is not looked for a second time, as one that has no link. */
    @Test
    void partnerThatMatches_isLinkedOnce() {
        bench.addPartner("Northwind", domain("Northwind"));
        add("Northwind");

        assertPredicted();
    }

    private String add(String name) {
        var id = bench.fake.account().add(COMPANIES, Map.of("name", name, "domain", domain(name)));
        bench.later(Duration.ofSeconds(1));
        return id;
    }

    private static String domain(String name) {
        return name.toLowerCase(Locale.ROOT) + ".example";
    }

    /** A run reads Waggle's records until its own time, and these have the time of the machine, however slow it is. */
    private void assertPredicted() {
        bench.later(Duration.ofHours(1));
        var calls = bench.fake.writes();
        var dry = bench.run(true, true);
        assertThat(bench.fake.writes()).isEqualTo(calls);
        var made = bench.run(true, false);
        assertThat(TenantChecks.noted(bench.records(), dry.uuid(), Outcome.PLANNED))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(TenantChecks.noted(bench.records(), made.uuid(), Outcome.WRITTEN));
    }
}
