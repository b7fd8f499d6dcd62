package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;

/** Boards ({@code docs/api.md}, "Boards"). */
@SharedCompany
final class BoardsTest {
    private final Api api = Target.api();

    @Test
    void dealsByStage_haveCountsAndSumsOfAll_andTheFirstRecordsOfEach() {
        var stages = api.get("/stages?kind=deal&pageSize=50").json().path("data");
        var first = stages.path(0).path("uuid").asText();
        var second = stages.path(1).path("uuid").asText();
        deal(first, "100.50", "USD");
        deal(first, "20", "EUR");
        var newest = deal(first, "0.25", "USD");
        deal(second, "7", "USD");

        var groups = groups("/deals/board?group_by=stage&pageSize=1&search=boarding");

        assertThat(groups).hasSize(stages.size());
        assertThat(groups.get(0).path("stage").path("uuid").asText()).isEqualTo(first);
        assertThat(groups.get(0).path("stage").path("record_count").asInt()).isEqualTo(3);
        assertThat(groups.get(0).path("record_count").asInt()).isEqualTo(3);
        assertThat(groups.get(0).path("stage").path("deal_value"))
                .hasToString("[{\"currency_code\":\"EUR\",\"value\":20},{\"currency_code\":\"USD\",\"value\":100.75}]");
        assertThat(groups.get(2).path("stage").path("deal_value")).isEmpty();
        assertThat(groups.get(0).path("sums"))
                .hasToString("[{\"currency_code\":\"EUR\",\"deal_value\":20},"
                        + "{\"currency_code\":\"USD\",\"deal_value\":100.75}]");
        assertThat(groups.get(0).path("data")).containsExactly(newest);
        assertThat(groups.get(1).path("record_count").asInt()).isEqualTo(1);
        assertThat(groups.get(2).path("record_count").asInt()).isZero();
        assertThat(groups.get(2).path("data")).isEmpty();
        assertThat(groups("/deals/board?group_by=stage&search=boarding&stage_uuid=" + second)
                        .get(0)
                        .path("record_count")
                        .asInt())
                .isZero();
    }

    @Test
    void partners_areGroupedByTier_stageAndStatus_andThoseWithoutOneComeLast() {
        var tier = api.post("/tiers", json("{'label':'Gold'}")).expect(201).json();
        var partner = "{'name':'Tiered','partner_type':'reseller'%s}";
        api.post(
                        "/partners",
                        json(partner.formatted(
                                ",'tier_uuid':'" + tier.path("uuid").asText() + "'")))
                .expect(201);
        api.post("/partners", json(partner.formatted(""))).expect(201);

        var groups = groups("/partners/board?group_by=tier&search=tiered");

        assertThat(groups.get(0).path("tier").path("label").asText()).isEqualTo("Gold");
        assertThat(groups.get(0).path("record_count").asInt()).isEqualTo(1);
        assertThat(groups.getLast().has("tier")).isFalse();
        assertThat(groups.getLast().path("record_count").asInt()).isEqualTo(1);
        assertThat(groups("/partners/board?group_by=status&search=tiered"))
                .extracting(group -> group.path("status").asText() + group.path("record_count"))
                .containsExactly("invited2", "accepted0", "declined0", "inactive0");
        assertThat(groups("/partners/board?group_by=stage&search=tiered")).hasSize(5);
    }

    @Test
    void leads_areGroupedByStatus() {
        api.post("/leads", json("{'company_name':'Grouped'}")).expect(201);

        assertThat(groups("/leads/board?group_by=status&search=grouped"))
                .extracting(group -> group.path("status").asText() + group.path("record_count"))
                .containsExactly("new1", "contacted0", "qualified0", "converted0", "lost0");
    }

    @Test
    void board_withFaults_saysAll() {
        assertThat(api.get("/leads/board").expectFaults("group_by").fault("group_by"))
                .isEqualTo("is required; it must be status, like group_by=status");
        api.get("/leads/board?group_by=stage&pageSize=51").expectFaults("group_by", "pageSize");
    }

    private List<JsonNode> groups(String path) {
        return api.get(path).expect(200).json().path("groups").valueStream().toList();
    }

    private JsonNode deal(String stage, String value, String currency) {
        var deal = "{'label':'Boarding','stage_uuid':'%s','deal_value':%s,'currency_code':'%s'}"
                .formatted(stage, value, currency);
        return api.post("/deals", json(deal)).expect(201).json();
    }
}
