package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.Partners.json;
import static waggle.acceptance.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.keys.Scopes;

/** Rules of leads, their registration and their conversion ({@code docs/api.md}, "Leads"). */
@SharedCompany
final class LeadsTest {
    private final Api api = Target.api();

    @Test
    void lead_hasACompanyOrAnEmail_andIsNewAndReceived() {
        api.post("/leads", "{\"first_name\":\"Ada\"}").expectFaults("company_name");

        var lead = lead("{'email':'ada@buyer.example'}");

        assertThat(lead.path("status").asText()).isEqualTo("new");
        assertThat(lead.path("direction").asText()).isEqualTo("received");
        assertThat(lead.path("currency_code").asText()).isEqualTo("USD");
        assertThat(lead.at("/registration/status").asText()).isEqualTo("none");
        assertThat(lead.path("deal_count")).hasToString("0");
    }

    @Test
    void domain_comesFromTheEmailOrElseTheWebsite() {
        expectDomain("buyer.example", "'email':'ada@Buyer.example','website_url':'https://other.example'");
        expectDomain("buyer.example", "'company_name':'Buyer','website_url':'https://www.Buyer.example:8443/a?b'");
        expectDomain("shop.buyer.example", "'email':'ada@gmail.com','website_url':'https://shop.buyer.example'");
        expectDomain("", "'email':'ada@gmail.com'");
        expectDomain("", "'company_name':'Buyer','website_url':'https://127.0.0.1/'");
    }

    private void expectDomain(String domain, String fields) {
        assertThat(lead("{" + fields + "}").path("domain").asText("")).isEqualTo(domain);
    }

    @Test
    void partner_andSourcedAttribution_fillEachOtherIn() {
        var first = partner();
        var second = partner();
        var lead = lead("{'company_name':'Buyer','partner_uuid':'" + first + "'}");

        assertThat(lead.at("/attributions/0/partner_uuid").asText()).isEqualTo(first);
        assertThat(lead.at("/attributions/0/role").asText()).isEqualTo("sourced");
        assertThat(lead.path("partner_name").asText()).isEqualTo("Acme");
        var moved = patch(lead, "{'partner_uuid':'" + second + "'}");
        assertThat(moved.path("attributions")).hasSize(1);
        assertThat(moved.at("/attributions/0/partner_uuid").asText()).isEqualTo(second);
        var back = patch(
                lead,
                "{'attributions':[{'partner_uuid':'" + first + "','role':'sourced'},{'partner_uuid':'" + second
                        + "','role':'influenced'}]}");
        assertThat(back.path("partner_uuid").asText()).isEqualTo(first);
        assertThat(patch(lead, "{'partner_uuid':null}").path("attributions")).hasSize(1);
        api.post(
                        "/leads",
                        json("{'company_name':'Buyer','partner_uuid':'" + first + "','attributions':[{'partner_uuid':'"
                                + second + "','role':'sourced'}]}"))
                .expectFaults("attributions");
    }

    @Test
    void status_converted_isWrittenByDealsOnly() {
        api.post("/leads", json("{'company_name':'Buyer','status':'converted'}"))
                .expectError(409, "conflict");
        var lead = lead("{'company_name':'Buyer'}");
        api.patch(path(lead), json("{'status':'converted'}")).expectError(409, "conflict");

        var deal = api.post(path(lead) + "/convert", json("{'deal_value':10}")).expect(201);

        assertThat(deal.header("Location")).endsWith("/deals/" + uuid(deal.json()));
        assertThat(deal.json().path("label").asText()).isEqualTo("Buyer");
        assertThat(read(lead).path("status").asText()).isEqualTo("converted");
        assertThat(api.post(path(lead) + "/convert", "{}")
                        .expectError(409, "conflict")
                        .error())
                .contains(uuid(deal.json()));
        assertThat(api.delete(path(lead)).expectError(409, "conflict").error()).endsWith("has 1 deal");
        api.patch(path(lead), json("{'status':'lost'}")).expectError(409, "conflict");
        Lists.expectTexts(api, path(lead) + "/deals", "uuid", uuid(deal.json()));
        api.delete("/deals/" + uuid(deal.json())).expect(204);
        assertThat(read(lead).path("status").asText()).isEqualTo("qualified");
        api.delete(path(lead)).expect(204);
    }

    @Test
    void convert_needsWriteAccessToDeals() {
        var lead = lead("{'company_name':'Buyer'}");
        var leadsOnly = Target.company().api(Scopes.parse(List.of("leads:read", "leads:write")));

        leadsOnly.post(path(lead) + "/convert", "{}").expectError(403, "access_denied");
    }

    @Test
    void registration_goesThroughItsSteps() {
        var lead = registered("steps.example", partner());
        assertThat(lead.at("/registration/status").asText()).isEqualTo("pending");
        post(lead, "register", "").expectError(409, "conflict");
        api.post(path(lead) + "/extend", "{\"protected_days\":1}").expectError(409, "conflict");
        api.patch(path(lead), json("{'partner_uuid':null}")).expectError(409, "conflict");

        var approved = step(lead, "approve", "{'protected_days':30}");

        assertThat(days(approved)).isEqualTo(30);
        assertThat(days(step(lead, "extend", "{'protected_days':10}"))).isEqualTo(40);
        api.post(path(lead) + "/reject", "{\"reason\":\"late\"}").expectError(409, "conflict");
        assertThat(step(lead, "withdraw", "").at("/registration/status").asText())
                .isEqualTo("withdrawn");
        assertThat(step(lead, "register", "")
                        .at("/registration/protected_until")
                        .isNull())
                .isTrue();
        api.post(path(lead) + "/reject", "{}").expectFaults("reason");
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
        post(lead("{'email':'ada@alone.example'}"), "register", "").expectError(409, "conflict");
        post(lead("{'company_name':'Buyer','partner_uuid':'" + partner() + "'}"), "register", "")
                .expectError(409, "conflict");
    }

    @Test
    void domain_isHeldByOnePartnerAtATime() {
        var holder = partner();
        var held = registered("held.example", holder);
        var rival = lead("{'email':'bob@held.example','partner_uuid':'" + partner() + "'}");

        var refused = post(rival, "register", "").expectError(409, "conflict");

        assertThat(refused.error()).contains(holder, uuid(held), "held.example");
        step(held, "approve", "{}");
        var until = read(held).at("/registration/protected_until").asText();
        assertThat(post(rival, "register", "").expectError(409, "conflict").error())
                .contains(until);
        registered("held.example", holder);
        step(held, "withdraw", "");
        post(rival, "register", "").expectError(409, "conflict");
    }

    @Test
    void domain_ofADeletedLead_isFree() {
        var held = registered("deleted.example", partner());
        var rival = lead("{'email':'bob@deleted.example','partner_uuid':'" + partner() + "'}");

        api.delete(path(held)).expect(204);

        step(rival, "register", "");
    }

    @Test
    void check_findsWhatStandsInTheWay() {
        var partner = Partners.create(api, Partners.partner("Rasa Retail").put("email_domain", "rasa.example"));
        Partners.contact(api, partner, "ines");
        api.post("/contacts", json("{'partner_uuid':'" + uuid(partner) + "','email':'ada@rasa.example'}"))
                .expect(201);
        var lead = registered("rasa.example", uuid(partner));
        var named = lead("{'company_name':'RÁSA retail'}");
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

    private JsonNode registered(String domain, String partner) {
        var lead = lead("{'email':'ada@" + domain + "','partner_uuid':'" + partner + "'}");
        return step(lead, "register", "");
    }

    private JsonNode step(JsonNode lead, String step, String body) {
        return post(lead, step, body).expect(200).json();
    }

    private Reply post(JsonNode lead, String step, String body) {
        var path = path(lead) + "/" + step;
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

    private JsonNode lead(String fields) {
        return api.post("/leads", json(fields)).expect(201).json();
    }

    private JsonNode patch(JsonNode lead, String patch) {
        return api.patch(path(lead), json(patch)).expect(200).json();
    }

    private JsonNode read(JsonNode lead) {
        return api.get(path(lead)).expect(200).json();
    }

    private static String path(JsonNode lead) {
        return "/leads/" + uuid(lead);
    }
}
