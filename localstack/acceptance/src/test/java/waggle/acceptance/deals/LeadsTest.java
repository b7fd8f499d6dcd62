package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.model.keys.Scopes;

/** Rules of leads, and their conversion ({@code docs/api.md}, "Leads"). */
@SharedCompany
final class LeadsTest {
    private final Api api = Target.api();

    @Test
    void lead_hasACompanyOrAnEmail_andIsNewAndReceived() {
        api.post("/leads", "{\"first_name\":\"Ada\"}").expectFaults("company_name");

        var lead = Leads.create(api, "{'email':'ada@buyer.example'}");

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
        assertThat(Leads.create(api, "{" + fields + "}").path("domain").asText(""))
                .isEqualTo(domain);
    }

    @Test
    void partner_andSourcedAttribution_fillEachOtherIn() {
        var first = partner();
        var second = partner();
        var lead = Leads.create(api, "{'company_name':'Buyer','partner_uuid':'" + first + "'}");

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
        var lead = Leads.create(api, "{'company_name':'Buyer'}");
        api.patch(Leads.path(lead), json("{'status':'converted'}")).expectError(409, "conflict");

        var deal = api.post(Leads.path(lead) + "/convert?expand=lead", json("{'deal_value':10}"))
                .expect(201);

        assertThat(deal.header("Location")).endsWith("/deals/" + uuid(deal.json()));
        assertThat(deal.json().path("label").asText()).isEqualTo("Buyer");
        assertThat(deal.json().at("/lead/status").asText()).isEqualTo("converted");
        assertThat(Leads.read(api, lead).path("status").asText()).isEqualTo("converted");
        assertThat(api.post(Leads.path(lead) + "/convert", "{}")
                        .expectError(409, "conflict")
                        .error())
                .contains(uuid(deal.json()));
        assertThat(api.delete(Leads.path(lead)).expectError(409, "conflict").error())
                .endsWith("has 1 deal");
        api.patch(Leads.path(lead), json("{'status':'lost'}")).expectError(409, "conflict");
        Lists.expectTexts(api, Leads.path(lead) + "/deals", "uuid", uuid(deal.json()));
        api.delete("/deals/" + uuid(deal.json())).expect(204);
        assertThat(Leads.read(api, lead).path("status").asText()).isEqualTo("qualified");
        api.delete(Leads.path(lead)).expect(204);
    }

    @Test
    void convert_needsWriteAccessToDeals() {
        var lead = Leads.create(api, "{'company_name':'Buyer'}");
        var leadsOnly = Target.company().api(Scopes.parse(List.of("leads:read", "leads:write")));

        leadsOnly.post(Leads.path(lead) + "/convert", "{}").expectError(403, "access_denied");
    }

    private String partner() {
        return uuid(Partners.create(api, Partners.partner("Acme")));
    }

    private JsonNode patch(JsonNode lead, String patch) {
        return api.patch(Leads.path(lead), json(patch)).expect(200).json();
    }
}
