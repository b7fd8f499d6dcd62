package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static waggle.acceptance.samples.Partners.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.samples.Partners;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/**
 * A bench: whole accounts through the API. {@code -Dwaggle.backfill=10000} reads 10,000 companies with two contacts each, and prints
 * calls and seconds. {@code -Dwaggle.backfill.crm=hubspot} reads one CRM only.
 */
@EnabledIfSystemProperty(named = "waggle.backfill", matches = "[0-9]{1,5}")
final class CrmBackfillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String ONE = System.getProperty("waggle.backfill.crm", "");

    private final Api admin = Target.tenant().api(Scope.ADMIN);

    @EnumSource(Provider.class)
    @ParameterizedTest
    void accountOfACrm_isReadOnce_andThenNothingIsWritten(Provider provider) {
        assumeTrue(ONE.isEmpty() || ONE.equals(provider.system()), "another CRM is read");
        var companies = Integer.getInteger("waggle.backfill", 0);
        var fake = LocalCloud.crms().of(provider);
        var names = CrmNames.of(provider);
        var contacts = provider == Provider.SALESFORCE ? "Contact" : names.contacts();
        var company = provider == Provider.HUBSPOT
                ? "associatedcompanyid"
                : provider == Provider.PIPEDRIVE ? "org_id" : "AccountId";
        var first = "";
        for (var i = 0; i < companies; i++) {
            var id = fake.account().add(names.companies(), Map.of(names.name(), "Backfill " + provider + " " + i));
            first = first.isEmpty() ? id : first;
            for (var j = 0; j < 2; j++) {
                var email = "p%d.%d@%s.example".formatted(i, j, provider.system());
                fake.account().add(contacts, Map.of(names.email(), email, names.lastName(), "P" + j, company, id));
            }
        }
        var sync = CrmSync.connect(admin, provider);
        admin.patch(sync.path(), json("{'daily_quota_share':100}")).expect(200);

        run(sync, fake.calls().size(), provider + ": first run", fake::calls);
        assertThat(Lists.count(admin, "/partners")).isEqualTo(companies);
        assertThat(Lists.count(admin, "/contacts")).isEqualTo(2 * companies);
        var writes = fake.writes();
        var second = run(sync, fake.calls().size(), provider + ": second run", fake::calls);
        assertThat(second.at("/counts/written").asInt()).isZero();
        assertThat(fake.writes()).isEqualTo(writes);

        var remote = first;
        var partner = "/partners/"
                + sync.link("remote_id=" + remote).path("record_uuid").asText();
        var start = System.nanoTime();
        admin.patch(partner, json("{'website_url':'https://there.example'}")).expect(200);
        CrmSync.until(
                () -> fake.account().value(names.companies(), remote, names.website()),
                "https://there.example"::equals);
        System.out.printf("%s: a change of Waggle is there after %.1f s%n", provider, seconds(start));
        sync.pause();
    }

    private JsonNode run(CrmSync sync, int before, String what, Supplier<List<String>> calls) {
        var start = System.nanoTime();
        var work = processorSeconds();
        var begun = admin.post(sync.path() + "/sync", json("{'full':true}"))
                .expect(200)
                .json();
        var path = sync.path() + "/runs/" + Partners.uuid(begun);
        var run = CrmSync.until(PATIENCE, () -> admin.get(path).expect(200).json(), found -> !found.path("status")
                .asText()
                .equals("running"));
        System.out.printf(
                "%s: %d calls, %.0f s, %.0f s of processor time, %s%n",
                what, calls.get().size() - before, seconds(start), processorSeconds() - work, run.path("counts"));
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        return run;
    }

    /** The processor time of this process: that of the test, the functions, the table and the CRM in memory. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
