package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Partners;
import waggle.model.keys.Scopes;

/** The registration of leads, and what stands in its way ({@code docs/api.md}, "Leads"). */
@SharedCompany
final class RegistrationTest {
    private final Api api = Target.api();

    @Test
    void registration_goesThroughItsSteps() {
        var lead = registered("steps.example", partner());
        assertThat(lead.at("/registration/status").asText()).isEqualTo("pending");
        post(lead, "register", "").expectError(409, "conflict");
        api.post(Leads.path(lead) + "/extend", "{\"protected_days\":1}").expectError(409, "conflict");
        api.patch(Leads.path(lead), json("{'partner_uuid':null}")).expectError(409, "conflict");

        var approved = step(lead, "approve", "{'protected_days':30}");

        assertThat(days(approved)).isEqualTo(30);
        assertThat(days(step(lead, "extend", "{'protected_days':10}"))).isEqualTo(40);
        api.post(Leads.path(lead) + "/reject", "{\"reason\":\"late\"}").expectError(409, "conflict");
        assertThat(step(lead, "withdraw", "").at("/registration/status").asText())
                .isEqualTo("withdrawn");
        assertThat(step(lead, "register", "")
                        .at("/registration/protected_until")
                        .isNull())
                .isTrue();
        api.post(Leads.path(lead) + "/reject", "{}").expectFaults("reason");
        var rejected = step(lead, "reject", "{'reason':'Our customer already'}");
        assertThat(rejected.at("/registration/reason").asText()).isEqualTo("Our customer already");
        Lists.expectTexts(api, "/leads?domain=steps.example&registration_status=rejected", "uuid", uuid(lead));
    }

    @Test
    void approval_withoutDays_isForThoseOfTheCompany() {
        var lead = registered("days.example", partner());

        var approved = step(lead, "approve", "{}");

        assertThat(days(approved)).isEqualTo(90);
    }

    @Test
    void registration_needsAPartnerAndADomain() {
        post(Leads.create(api, "{'email':'ada@alone.example'}"), "register", "").expectError(409, "conflict");
        post(Leads.create(api, "{'company_name':'Buyer','partner_uuid':'" + partner() + "'}"), "register", "")
                .expectError(409, "conflict");
    }

    @Test
    void domain_isHeldByOnePartnerAtATime() {
        var holder = partner();
        var held = registered("held.example", holder);
        var rival = Leads.create(api, "{'email':'bob@held.example','partner_uuid':'" + partner() + "'}");

        var refused = post(rival, "register", "").expectError(409, "conflict");

        assertThat(refused.error()).contains(holder, uuid(held), "held.example");
        step(held, "approve", "{}");
        var until = Leads.read(api, held).at("/registration/protected_until").asText();
        assertThat(post(rival, "register", "").expectError(409, "conflict").error())
                .contains(until);
        registered("held.example", holder);
        step(held, "withdraw", "");
        post(rival, "register", "").expectError(409, "conflict");
    }

    @Test
    void domain_ofADeletedLead_isFree() {
        var held = registered("deleted.example", partner());
        var rival = Leads.create(api, "{'email':'bob@deleted.example','partner_uuid':'" + partner() + "'}");

        api.delete(Leads.path(held)).expect(204);

        step(rival, "register", "");
    }

    @Test
    void check_findsWhatStandsInTheWay() {
        var partner = Partners.create(api, Partners.partner("Rasa Retail").put("email_domain", "rasa.example"));
        Partners.contact(api, partner, "ines");
        api.post("/contacts", json("{'partner_uuid':'" + uuid(partner) + "','email':'ada@rasa.example'}"))
                .expect(201);
        var lead = registered("rasa.example", uuid(partner));
        var named = Leads.create(api, "{'company_name':'RÁSA retail'}");
        var deal = api.post("/deals", json("{'lead_uuid':'" + uuid(named) + "'}"))
                .expect(201)
                .json();

        Lists.awaitCount(api, "/deals?lead_uuid=" + uuid(named), 1);
        var found = api.post(
                        "/leads/check", json("{'website_url':'https://www.rasa.example','company_name':'Rasa Retail'}"))
                .expect(200)
                .json();

        assertThat(found.path("domain").asText()).isEqualTo("rasa.example");
        assertThat(found.at("/registrations/0/uuid")).isEqualTo(lead.path("uuid"));
        assertThat(found.at("/leads")).hasSize(1);
        assertThat(found.at("/deals/0/uuid")).isEqualTo(deal.path("uuid"));
        assertThat(found.at("/deals/0/match").asText()).isEqualTo("company_name");
        assertThat(found.at("/partners/0/match").asText()).isEqualTo("domain");
        assertThat(found.at("/contacts")).hasSize(1);
        assertThat(found.at("/contacts/0/label").asText()).isEqualTo("ada@rasa.example");
        api.post("/leads/check", "{}").expectFaults("email");
        var leadsOnly = Target.company().api(Scopes.parse(List.of("leads:read")));
        assertThat(leadsOnly
                        .post("/leads/check", json("{'email':'a@rasa.example'}"))
                        .expect(200)
                        .json()
                        .path("partners"))
                .isEmpty();
        assertThat(Target.tenant()
                        .api()
                        .post("/leads/check", json("{'email':'a@rasa.example'}"))
                        .expect(200)
                        .json()
                        .path("leads"))
                .isEmpty();
    }

    /** The registration is the oldest of more leads than a reply has. */
    @Test
    void check_amongManyLeads_findsTheRegistrationAndSaysThatThereAreMore() {
        var lead = registered("many.example", partner());
        for (var i = 0; i < 51; i++) {
            Leads.create(api, "{'email':'ada@many.example'}");
        }
        Lists.awaitCount(api, "/leads?domain=many.example", 52);

        var found = api.post("/leads/check", json("{'email':'a@many.example'}"))
                .expect(200)
                .json();

        assertThat(found.at("/registrations")).hasSize(1);
        assertThat(found.at("/registrations/0/uuid")).isEqualTo(lead.path("uuid"));
        assertThat(found.at("/leads")).hasSize(50);
        assertThat(found.path("more")).hasSize(1);
        assertThat(found.at("/more/0").asText()).isEqualTo("leads");
    }

    private JsonNode registered(String domain, String partner) {
        var lead = Leads.create(api, "{'email':'ada@" + domain + "','partner_uuid':'" + partner + "'}");
        return step(lead, "register", "");
    }

    private JsonNode step(JsonNode lead, String step, String body) {
        return post(lead, step, body).expect(200).json();
    }

    private Reply post(JsonNode lead, String step, String body) {
        var path = Leads.path(lead) + "/" + step;
        return body.isEmpty() ? api.send("POST", path) : api.post(path, json(body));
    }

    private static long days(JsonNode lead) {
        var registration = lead.path("registration");
        return ChronoUnit.DAYS.between(
                Instant.parse(registration.path("decided_at").asText()),
                Instant.parse(registration.path("protected_until").asText()));
    }

    private String partner() {
        return uuid(Partners.create(api, Partners.partner("Acme")));
    }
}
