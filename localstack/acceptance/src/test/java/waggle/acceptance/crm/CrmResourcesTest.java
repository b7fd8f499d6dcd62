package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/** Contacts, deals, owners, stages, custom fields and filters in the synchronisation with CRMs in memory. */
final class CrmResourcesTest {
    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);

    /** The names of contacts and deals in a CRM. */
    private record Names(
            String contacts,
            String email,
            String lastName,
            String company,
            String deals,
            String title,
            String dealCompany) {
        static Names of(Provider provider) {
            return switch (provider) {
                case HUBSPOT ->
                    new Names(
                            "contacts",
                            "email",
                            "lastname",
                            "associatedcompanyid",
                            "deals",
                            "dealname",
                            "hs_primary_associated_company");
                case PIPEDRIVE -> new Names("persons", "emails", "last_name", "org_id", "deals", "title", "org_id");
                case SALESFORCE ->
                    new Names("Contact", "Email", "LastName", "AccountId", "Opportunity", "Name", "AccountId");
            };
        }
    }

    private static Map<String, String> stage(Provider provider, String phase) {
        return switch (provider) {
            case HUBSPOT -> Map.of("dealstage", phase.equals("won") ? "closedwon" : "appointmentscheduled");
            case PIPEDRIVE -> Map.of("status", phase.equals("won") ? "won" : "open");
            case SALESFORCE -> Map.of("StageName", phase.equals("won") ? "Closed Won" : "Prospecting");
        };
    }

    private static String owner(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> "hubspot_owner_id";
            case PIPEDRIVE -> "owner_id";
            case SALESFORCE -> "OwnerId";
        };
    }

    /** Both sides have the same contacts and deals, each with its partner, and then nothing is written any more. */
    @EnumSource(Provider.class)
    @ParameterizedTest
    void contactsAndDeals_withTheDefaultMappings_keepTheirPartnerAndOwner(Provider provider) {
        var account = LocalCloud.crms().of(provider).account();
        var names = Names.of(provider);
        var companies = CrmNames.of(provider);
        var company = account.add(companies.companies(), Map.of(companies.name(), "Tailspin " + provider));
        var theirs = account.add(
                names.contacts(),
                Map.of(
                        names.email(),
                        "ada@" + provider.system() + ".example",
                        names.lastName(),
                        "Byron",
                        names.company(),
                        company));
        account.add(names.contacts(), Map.of(names.email(), "no@partner.example", names.lastName(), "Partner"));
        var kim = admin.post("/users", json("{'email':'kim@" + provider.system() + ".example','role':'partnerships'}"))
                .expect(201)
                .json();
        var sync = CrmSync.connect(admin, provider);
        var dry = sync.run("{'dry_run':true}");
        var first = sync.run("{}");
        assertThat(first.at("/counts/written")).as(first.toString()).isEqualTo(dry.at("/counts/written"));

        var partner = sync.link("remote_id=" + company).path("record_uuid").asText();
        var contact = "/contacts/"
                + sync.link("remote_id=" + theirs).path("record_uuid").asText();
        assertThat(admin.get(contact).expect(200).json().path("partner_uuid").asText())
                .isEqualTo(partner);
        assertThat(Lists.count(admin, "/contacts?partner_uuid=" + partner)).isEqualTo(1);

        var grace = admin.post(
                        "/contacts",
                        json("{'email':'grace@" + provider.system() + ".example','last_name':'Hopper','partner_uuid':'"
                                + partner + "'}"))
                .expect(201)
                .json();
        var deal = admin.post(
                        "/deals",
                        json("{'label':'Ten seats','deal_value':1500,'partner_uuid':'" + partner
                                + "','assigned_user_uuids':['" + uuid(kim) + "']}"))
                .expect(201)
                .json();
        var remoteContact = sync.link("status=linked&record_uuid=" + uuid(grace))
                .path("remote_id")
                .asText();
        var remoteDeal = sync.link("status=linked&record_uuid=" + uuid(deal))
                .path("remote_id")
                .asText();
        assertThat(account.value(names.contacts(), remoteContact, names.company()))
                .isEqualTo(company);
        assertThat(account.value(names.deals(), remoteDeal, names.dealCompany()))
                .isEqualTo(company);
        assertThat(account.value(names.deals(), remoteDeal, names.title())).isEqualTo("Ten seats");
        stage(provider, "open").forEach((field, value) -> assertThat(account.value(names.deals(), remoteDeal, field))
                .isEqualTo(value));
        assertThat(account.value(names.deals(), remoteDeal, owner(provider))).isNotEmpty();

        account.edit(names.deals(), remoteDeal, stage(provider, "won"));
        sync.run("{}");
        assertThat(admin.get("/deals/" + uuid(deal)).json().path("stage_phase").asText())
                .isEqualTo("closed_won");

        var writes = LocalCloud.crms().of(provider).writes();
        var last = sync.run("{'full':true}");
        sync.pause();
        assertThat(last.at("/counts/written").asInt()).as(last.toString()).isZero();
        assertThat(LocalCloud.crms().of(provider).writes()).isEqualTo(writes);
    }

    /** A custom field travels; records outside of the filters get no link. */
    @Test
    void customFieldsAndFilters_chooseWhatTravels() {
        var account = LocalCloud.crms().of(Provider.SALESFORCE).account();
        admin.post("/custom-fields", json("{'label':'Region','type':'text','entity':'partner'}"))
                .expect(201);
        account.add("Account", Map.of("Name", "Ours", "BillingCountry", "DE", "Description", "emea"));
        account.add("Account", Map.of("Name", "Another", "BillingCountry", "FR"));
        var active = partner("Active", "accepted");
        var ended = partner("Ended", "declined");
        var sync = CrmSync.connect(admin, Provider.SALESFORCE);
        var mapping = Tags.empty();
        mapping.putArray("mappings").add(mapping());
        sync.putMappings(mapping.toString()).expect(200);
        sync.run("{}");
        sync.pause();

        assertThat(sync.link("record_uuid=" + uuid(active)).path("status").asText())
                .isEqualTo("linked");
        assertThat(Lists.count(admin, "/crm-links?record_uuid=" + uuid(ended))).isZero();
        assertThat(Lists.count(admin, "/partners")).isEqualTo(3);
        var ours = Lists.data(admin.get("/partners?search=ours").expect(200).json())
                .getFirst();
        assertThat(ours.at("/custom_fields/region").asText()).isEqualTo("emea");
    }

    private JsonNode partner(String name, String status) {
        return Partners.create(admin, Partners.partner(name).put("status", status));
    }

    private static ObjectNode mapping() {
        return Tags.empty()
                .put("resource", "partner")
                .put("object", "Account")
                .put("creates", "both")
                .putRawValue("match", Partners.raw("['name']"))
                .putRawValue("filter", Partners.raw("{'status':'accepted'}"))
                .putRawValue("remote_filter", Partners.raw("{'BillingCountry':'de'}"))
                .putRawValue(
                        "fields",
                        Partners.raw("[{'waggle':'name','remote':'Name'},"
                                + "{'waggle':'custom_fields.region','remote':'Description'}]"));
    }

    /** What a run could not carry out is refused when the mapping is written. */
    @Test
    void mappings_thatNoRunCouldCarryOut_areRefused() {
        var sync = CrmSync.connect(admin, Provider.PIPEDRIVE);
        refused(sync, "'match':['website_url']", "mappings[0].match[0]");
        refused(sync, "'filter':{'state':'active'}", "mappings[0].filter.state");
        refused(sync, "'filter':{'pageSize':'1'}", "mappings[0].filter.pageSize");
        refused(sync, "'remote_filter':{'nothing':'x'}", "mappings[0].remote_filter.nothing");
        for (var field : new String[] {
            "{'waggle':'custom_fields.none','remote':'title'}",
            "{'waggle':'label','remote':'value'}",
            "{'waggle':'label','remote':'update_time'}",
            "{'waggle':'stage_phase','remote':'stage_id'}",
            "{'waggle':'stage_phase','remote':'stage_id','value_map':{'discovery':'4711'}}",
            "{'waggle':'stage_uuid','remote':'stage_id','value_map':{'0195d5c2-0000-7000-8000-000000000000':'9'}}",
            "{'waggle':'close_date','remote':'expected_close_date'}"
        }) {
            var reply = sync.putMappings(deals(field)).expect(400).body();
            assertThat(reply).as(field).contains("mappings[0].fields[0]");
        }
    }

    private static String deals(String field) {
        return json("{'mappings':[{'resource':'deal','object':'deals','creates':'to_crm','fields':[" + field + "]}]}");
    }

    private static void refused(CrmSync sync, String part, String field) {
        var body = "{'mappings':[{'resource':'partner','object':'organizations','creates':'both',%s,'fields':["
                        .formatted(part)
                + "{'waggle':'name','remote':'name'},{'waggle':'website_url','remote':'website'}]}]}";
        sync.putMappings(json(body)).expectFaults(field);
    }
}
