package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Samples;
import waggle.model.keys.Scopes.Scope;

/** Rules of deals: stages, partners and their counts ({@code docs/api.md}, "Deals"). */
@SharedCompany
final class DealsTest {
    private final Api api = Target.api();
    private final String won = stage("closed_won");
    private final String lost = stage("closed_lost");
    private final String open = stage("negotiation");

    @Test
    void deal_withTheLeast_isInTheFirstStageAndHasTheCompanysCurrency() {
        api.post("/deals", "{}").expectFaults("label");

        var deal = deal("{'label':'Ten seats'}");

        assertThat(deal.path("stage_phase").asText()).isEqualTo("discovery");
        assertThat(deal.path("stage_entered_at")).isEqualTo(deal.path("created_at"));
        assertThat(deal.path("currency_code").asText()).isEqualTo("USD");
        assertThat(deal.path("closed_at").isNull()).isTrue();
    }

    @Test
    void deal_ofALead_hasItsNamePartnerAndAttributions() {
        var partner = partner();
        var lead = api.post("/leads", json("{'company_name':'Buyer','partner_uuid':'" + partner + "'}"))
                .expect(201)
                .json();

        var deal = deal("{'lead_uuid':'" + uuid(lead) + "'}");

        assertThat(deal.path("label").asText()).isEqualTo("Buyer");
        assertThat(deal.path("partner_uuid").asText()).isEqualTo(partner);
        assertThat(deal.path("attributions")).isEqualTo(lead.path("attributions"));
        assertThat(api.get("/leads/" + uuid(lead)).json().path("status").asText())
                .isEqualTo("converted");
        var other = deal("{'lead_uuid':'" + uuid(lead) + "','partner_uuid':'" + partner() + "'}");
        assertThat(other.path("attributions")).hasSize(1);
        assertThat(other.at("/attributions/0/partner_uuid")).isEqualTo(other.path("partner_uuid"));
    }

    @Test
    void value_hasTheDecimalPlacesOfItsCurrency() {
        api.post("/deals", json("{'label':'Deal','deal_value':1.234}")).expectFaults("deal_value");
        api.post("/deals", json("{'label':'Deal','deal_value':1.5,'currency_code':'JPY'}"))
                .expectFaults("deal_value");
        api.post("/deals", json("{'label':'Deal','deal_value':-1}")).expectFaults("deal_value");

        assertThat(deal("{'label':'Deal','deal_value':1.234,'currency_code':'KWD'}")
                        .path("deal_value"))
                .hasToString("1.234");
    }

    @Test
    void stage_winsLosesAndReopensADeal() {
        var deal = deal("{'label':'Deal'}");

        var closed = patch(deal, "{'stage_uuid':'" + won + "'}");
        var reopened = patch(deal, "{'stage_uuid':'" + open + "'}");
        var failed = patch(deal, "{'stage_uuid':'" + lost + "','closed_at':'2026-01-02T03:04:05.000Z'}");

        assertThat(closed.path("stage_phase").asText()).isEqualTo("closed_won");
        assertThat(closed.path("closed_at")).isEqualTo(closed.path("updated_at"));
        assertThat(closed.path("stage_entered_at")).isEqualTo(closed.path("updated_at"));
        assertThat(reopened.path("closed_at").isNull()).isTrue();
        assertThat(failed.path("closed_at").asText()).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(types(deal))
                .containsExactlyInAnyOrder(
                        "deal.created",
                        "deal.updated",
                        "deal.stage_changed",
                        "deal.won",
                        "deal.updated",
                        "deal.stage_changed",
                        "deal.reopened",
                        "deal.updated",
                        "deal.stage_changed",
                        "deal.lost");
    }

    @Test
    void closedAt_isForClosedStages_andNotInTheFuture() {
        var deal = deal("{'label':'Deal'}");

        api.patch(path(deal), json("{'closed_at':'2026-01-02T03:04:05.000Z'}")).expectFaults("closed_at");
        api.patch(path(deal), json("{'stage_uuid':'" + won + "','closed_at':'2999-01-02T03:04:05.000Z'}"))
                .expectFaults("closed_at");
        api.patch(path(deal), json("{'stage_uuid':'" + lost + "','closed_at':null}"))
                .expect(200);
    }

    @Test
    void stage_thatDealsUse_keepsItsPhase() {
        var stage = stage("negotiation");
        var deal = deal("{'label':'Deal','stage_uuid':'" + stage + "'}");

        api.patch("/stages/" + stage, json("{'phase':'closed_won'}")).expectError(409, "conflict");
        api.delete(path(deal)).expect(204);
        api.patch("/stages/" + stage, json("{'phase':'closed_won'}")).expect(200);
    }

    @Test
    void partner_countsItsLeadsAndDeals_andIsKeptByTheOpenOnes() {
        var partner = partner();
        var lead = api.post("/leads", json("{'company_name':'Buyer','partner_uuid':'" + partner + "'}"))
                .expect(201)
                .json();
        var first = deal("{'label':'First','partner_uuid':'" + partner + "','deal_value':100.25}");
        var second = deal("{'label':'Second','partner_uuid':'" + partner + "','deal_value':50,'stage_uuid':'" + won
                + "','currency_code':'EUR'}");
        assertThat(counts(partner)).containsExactly("1", "1", "2", "1", "1", "0");
        assertThat(api.delete("/partners/" + partner)
                        .expectError(409, "conflict")
                        .error())
                .endsWith("has 1 open lead and 1 open deal");

        patch(first, "{'stage_uuid':'" + won + "'}");
        api.patch("/leads/" + uuid(lead), json("{'status':'lost'}")).expect(200);

        assertThat(counts(partner)).containsExactly("1", "0", "2", "0", "2", "100.25");
        api.delete("/partners/" + partner).expect(204);
        assertThat(api.get(path(first)).json().path("partner_name").asText()).isEqualTo("Acme");
        assertThat(patch(second, "{'deal_value':60}").path("partner_name").asText())
                .isEqualTo("Acme");
        assertThat(api.get(path(first) + "?expand=partner")
                        .json()
                        .path("partner")
                        .isNull())
                .isTrue();
        api.delete(path(second)).expect(204);
        api.delete("/leads/" + uuid(lead)).expect(204);
    }

    @OwnCompany
    @Test
    void partners_areSortedByWonValue() {
        var small = partner();
        var large = partner();
        deal("{'label':'One','partner_uuid':'" + small + "','deal_value':9,'stage_uuid':'" + won + "'}");
        deal("{'label':'Two','partner_uuid':'" + large + "','deal_value':10,'stage_uuid':'" + won + "'}");

        Lists.expectTexts(api, "/partners?sort=-won_value", "uuid", large, small);
        Lists.expectTexts(api, "/partners/" + large + "/deals?phase=closed_won", "label", "Two");
    }

    @Test
    void companyCurrency_withDeals_cannotBeChanged() {
        var company = Target.tenant();
        var admin = company.api(Scope.ADMIN);
        admin.patch("/company", json("{'currency_code':'EUR'}")).expect(200);
        company.api().post("/deals", json("{'label':'Deal'}")).expect(201);

        admin.patch("/company", json("{'currency_code':'USD'}")).expectError(409, "conflict");
        admin.patch("/company", json("{'registration_days':30,'time_zone':'Europe/Berlin'}"))
                .expect(200);
        admin.patch("/company", json("{'registration_days':0,'time_zone':'Mars'}"))
                .expectFaults("registration_days", "time_zone");
    }

    private List<String> types(JsonNode deal) {
        return Lists.data(Target.admin().get("/events?pageSize=50").expect(200).json()).stream()
                .filter(event -> event.at("/data/object/uuid").equals(deal.path("uuid")))
                .map(event -> event.path("type").asText())
                .toList();
    }

    private List<String> counts(String partner) {
        var read = api.get("/partners/" + partner).expect(200).json();
        return List.of("lead_count", "open_lead_count", "deal_count", "open_deal_count", "won_deal_count", "won_value")
                .stream()
                .map(count -> read.path(count).asText())
                .toList();
    }

    private String stage(String phase) {
        var written = Samples.named("won_stage").minimal().put("phase", phase);
        return uuid(api.post("/stages", written).expect(201).json());
    }

    private String partner() {
        return uuid(Partners.create(api, Partners.partner("Acme")));
    }

    private JsonNode deal(String fields) {
        return api.post("/deals", json(fields)).expect(201).json();
    }

    private JsonNode patch(JsonNode deal, String patch) {
        return api.patch(path(deal), json(patch)).expect(200).json();
    }

    private static String path(JsonNode deal) {
        return "/deals/" + uuid(deal);
    }
}
