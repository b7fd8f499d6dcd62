package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.Readme;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The synchronisation with CRMs in memory ({@code docs/crm.md}). */
final class CrmSyncTest {
    private static final String COMPANIES = "companies";

    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);
    private final FakeCrm hubSpot = LocalCloud.crms().of(Provider.HUBSPOT);

    /** The tests share the CRMs. */
    @BeforeEach
    void deleteRecords() {
        for (var provider : Provider.values()) {
            var account = LocalCloud.crms().of(provider).account();
            var companies = CrmNames.of(provider).companies();
            account.ids(companies).forEach(id -> account.delete(companies, id));
        }
    }

    /** The README's shell block runs word for word, but for the addresses. */
    @Test
    void readme_inTheShell_endsWithAnEndedLink() throws Exception {
        LocalCloud.crms().addSamples();
        var key = LocalCloud.cloud().issue(tenant.company(), KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN));

        var output = Readme.run(
                Readme.block("crm")
                        .replace("sleep 1", "sleep 0.1")
                        .replace("http://localhost:8080/v1", BaseUrl.get().toString())
                        .replace("http://localhost:8091", hubSpot.url().toString()),
                key.reveal());
        admin.get("/crm-connections").json().path("data").forEach(connection -> admin.patch(
                        "/crm-connections/" + uuid(connection), json("{'status':'paused'}"))
                .expect(200));

        assertThat(output)
                .containsSubsequence(
                        "\"ok\":true",
                        "\"objects\":[",
                        "\"mappings\":[",
                        "\"dry_run\":true",
                        "\"status\":\"finished\"",
                        "\"record-count\":3,",
                        "\"status\":\"finished\"",
                        "\"record-count\":3,",
                        "\"+49 30 99\"",
                        "\"description\":\"Sells to schools\"",
                        "\"status\":\"paused\"",
                        "\"status\":\"decided\"",
                        "\"status\":\"resolved\"",
                        "\"name\":\"Name of Waggle\"",
                        "\"unlinked\":1",
                        "\"status\":\"unlinked\"",
                        "\"written\":7",
                        "\"unlinked\":5,\"held\":2")
                .doesNotContain("\"error\"");
        assertThat(output.lines().toList().getLast()).contains("\"status\":\"linked\"", "\"record-count\":4,");
    }

    @EnumSource(Provider.class)
    @ParameterizedTest
    void everyCrm_withItsDefaultMappings_endsWithEqualRecords(Provider provider) {
        var crm = LocalCloud.crms().of(provider);
        var names = CrmNames.of(provider);
        var account = crm.account();
        var remote = account.add(
                names.companies(), Map.of(names.name(), "Northwind", names.website(), "https://northwind.example"));
        Partners.create(admin, Partners.partner("Litware"));
        admin.post(
                        "/leads",
                        json(
                                "{'company_name':'Rasa','first_name':'Ada','last_name':'Byron','email':'ada@rasa.example'}"))
                .expect(201);
        var sync = CrmSync.connect(admin, provider);
        sync.test();
        assertThat(admin.get(sync.path() + "/schema")
                        .expect(200)
                        .json()
                        .path("objects")
                        .findValuesAsText("name"))
                .contains(names.companies(), names.contacts());

        var contacts = account.count(names.contacts());
        var dry = sync.run("{'dry_run':true}");
        assertThat(dry.at("/counts/written").asInt()).isEqualTo(3);
        assertThat(account.count(names.companies())).isEqualTo(1);
        var first = sync.run("{}");
        assertThat(first.at("/counts/written")).isEqualTo(dry.at("/counts/written"));
        assertThat(account.count(names.companies())).isEqualTo(2);
        assertThat(account.count(names.contacts())).isEqualTo(contacts + 1);
        var person = account.ids(names.contacts()).getLast();
        assertThat(account.value(names.contacts(), person, names.email())).isEqualTo("ada@rasa.example");
        assertThat(account.value(names.contacts(), person, names.lastName())).endsWith("Byron");

        var partner = "/partners/"
                + sync.link("remote_id=" + remote).path("record_uuid").asText();
        account.edit(names.companies(), remote, Map.of(names.website(), "https://north.example"));
        admin.patch(partner, json("{'name':'Northwind Ltd'}")).expect(200);
        CrmSync.until(() -> account.value(names.companies(), remote, names.name()), "Northwind Ltd"::equals);
        sync.run("{}");
        var seen = admin.get(partner).expect(200).json();
        assertThat(seen.path("website_url").asText()).isEqualTo("https://north.example");
        assertThat(seen.at("/external_ids/" + provider.system()).asText()).isEqualTo(remote);

        var writes = crm.writes();
        var last = sync.run("{'full':true}");
        sync.pause();
        assertThat(last.at("/counts/written").asInt()).isZero();
        assertThat(crm.writes()).isEqualTo(writes);
    }

    /** The name of a person in Pipedrive is one that Waggle makes of the parts: with the contact, it is agreed on. */
    @Test
    void contactOfACrm_isLinkedByOneWrite() {
        var names = CrmNames.of(Provider.PIPEDRIVE);
        var account = LocalCloud.crms().of(Provider.PIPEDRIVE).account();
        var company = account.add(names.companies(), Map.of(names.name(), "Northwind"));
        var person = account.add(
                names.contacts(),
                Map.of(names.email(), "ada@northwind.example", names.lastName(), "Ada Byron", "org_id", company));
        var sync = CrmSync.connect(admin, Provider.PIPEDRIVE);
        sync.run("{}");

        sync.run("{'full':true}");
        sync.pause();
        var link = sync.link("remote_id=" + person);
        assertThat(link.at("/agreed/full_name/waggle").asText()).isEqualTo("Ada Byron");
        assertThat(link.path("version").asInt()).isEqualTo(1);
    }

    /** The edits of both sides and a deletion are those of the README. */
    @Test
    void partnersAndCompanies_areSynchronised_asTheDryRunTells_andAConflictIsDecided() {
        var remote = hubSpot.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        var own = Partners.create(admin, Partners.partner("Litware").put("email_domain", "litware.example"));
        var sync = CrmSync.connect(admin, Provider.HUBSPOT);
        sync.test();
        mappings(sync);

        var dry = sync.run("{'resource':'partner','dry_run':true}");
        var planned = Lists.data(admin.get("/crm-log?outcome=planned&run_uuid=" + uuid(dry))
                .expect(200)
                .json());
        assertThat(planned).hasSize(dry.at("/counts/written").asInt()).hasSize(2);
        assertThat(hubSpot.account().count(COMPANIES)).isEqualTo(1);
        assertThat(Lists.count(admin, "/partners")).isEqualTo(1);

        var first = sync.run("{'resource':'partner'}");
        assertThat(first.at("/counts/written")).isEqualTo(dry.at("/counts/written"));
        assertThat(hubSpot.account().count(COMPANIES)).isEqualTo(2);
        var link = sync.link("remote_id=" + remote);
        var partner = "/partners/" + link.path("record_uuid").asText();
        assertThat(sync.link("record_uuid=" + uuid(own)).path("status").asText())
                .isEqualTo("linked");

        var again = sync.run("{'resource':'partner','full':true}");
        assertThat(again.at("/counts/written").asInt()).isZero();

        conflict(sync, partner, remote);
        sync.pause();
    }

    /** Five links may end in one run, whatever the share of the brake. The records of Waggle stay. */
    @Test
    void deletions_beyondTheBrake_areHeld() {
        for (var i = 0; i < 7; i++) {
            hubSpot.account().add(COMPANIES, Map.of("name", "Shop " + i, "domain", "shop" + i + ".example"));
        }
        var sync = CrmSync.connect(admin, Provider.HUBSPOT);
        sync.run("{'resource':'partner'}");
        deleteRecords();

        var run = sync.run("{'resource':'partner'}");
        sync.pause();
        assertThat(run.at("/counts/unlinked").asInt()).isEqualTo(5);
        assertThat(run.at("/counts/held").asInt()).isEqualTo(2);
        assertThat(Lists.count(admin, "/crm-links?status=linked")).isEqualTo(2);
        var partners = admin.get("/partners?pageSize=50").expect(200).json().path("data");
        assertThat(partners).hasSize(7);
        assertThat(partners)
                .filteredOn(partner -> partner.path("external_ids").isEmpty())
                .hasSize(5);
    }

    private void mappings(CrmSync sync) {
        var mappings = admin.get(sync.path() + "/mappings").expect(200).json();
        var written = Tags.empty().set("mappings", mappings.path("mappings")).toString();
        sync.putMappings(written).expect(200);
        sync.putMappings(written.replace("\"domain\"", "\"nothing\"")).expectFaults("mappings[0].fields[1].remote");
        sync.putMappings(written.replace("\"first_name\"", "\"full_name\""))
                .expectFaults("mappings[1].fields[1].direction", "mappings[2].fields[1].direction");
    }

    /** A field that both sides change at the same time is a question, and the answer is carried out. */
    private void conflict(CrmSync sync, String partner, String remote) {
        sync.pause();
        admin.patch(partner, json("{'name':'Northwind of Waggle'}")).expect(200);
        hubSpot.account().edit(COMPANIES, remote, Map.of("name", "Northwind of HubSpot"));
        sync.resume();
        sync.run("{}");

        var open = admin.get("/crm-conflicts?status=open").expect(200).json().path("data");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/fields/0/crm").asText()).isEqualTo("Northwind of HubSpot");
        var conflict = "/crm-conflicts/" + uuid(open.path(0));
        admin.post(conflict + "/resolve", json("{'take':'create'}")).expectFaults("take");
        admin.post(conflict + "/resolve", json("{'take':'waggle'}")).expect(200);
        sync.await(conflict, found -> found.path("status").asText().equals("resolved"));

        assertThat(hubSpot.account().value(COMPANIES, remote, "name")).isEqualTo("Northwind of Waggle");
        admin.post(conflict + "/resolve", json("{'take':'crm'}")).expectError(409, "conflict");
    }
}
