package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;

/** Figures over all records ({@code docs/api.md}, "Analytics"). */
final class AnalyticsTest {
    /** Figures are at most so old. */
    private static final Duration OLDEST = Duration.ofMinutes(2);

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void figures_areThoseOfTheRecords() {
        var partner = uuid(api.post("/partners", json("{'name':'Acme','partner_type':'reseller'}"))
                .expect(201)
                .json());
        var lead = uuid(api.post("/leads", json("{'company_name':'Buyer','partner_uuid':'" + partner + "'}"))
                .expect(201)
                .json());
        deal("'lead_uuid':'" + lead + "','deal_value':100,'closed_at':'2026-03-02T10:00:00.000Z'", "closed_won");
        deal(
                "'label':'Euro','deal_value':7,'currency_code':'EUR','closed_at':'2026-03-09T00:00:00.000Z'",
                "closed_won");
        deal("'label':'Lost','deal_value':5,'closed_at':'2026-03-31T23:59:59.000Z'", "closed_lost");
        deal("'label':'Open','deal_value':3,'partner_uuid':'" + partner + "'", "negotiation");

        var march = read("/summary?from=2026-03-01&to=2026-03-31&compare=previous");
        assertThat(march.at("/current/won_value"))
                .hasToString("[{\"currency_code\":\"EUR\",\"value\":7},{\"currency_code\":\"USD\",\"value\":100}]");
        assertThat(march.at("/current/won_count").asInt()).isEqualTo(2);
        assertThat(march.at("/current/win_rate").asText()).isEqualTo("66.67");
        assertThat(march.at("/previous/from").asText()).isEqualTo("2026-01-29");
        assertThat(march.at("/previous/win_rate").isNull()).isTrue();
        var now = read("/summary").path("current");
        assertThat(now.path("open_value")).hasToString("[{\"currency_code\":\"USD\",\"value\":3}]");
        assertThat(now.path("leads_created").asInt()).isEqualTo(1);
        assertThat(now.path("partners_created").asInt()).isEqualTo(1);

        var weeks = read("/series?metrics=won_value,lost_count&interval=week&from=2026-03-04&to=2026-03-31");
        assertThat(weeks.path("points").path(0))
                .hasToString("{\"start\":\"2026-03-02\",\"won_value\":0,\"lost_count\":0}");
        assertThat(weeks.path("points").path(4).path("lost_count").asInt()).isEqualTo(1);
        assertThat(read("/series?metrics=won_value&interval=month&from=2026-03-01&to=2026-03-31&partner_uuid="
                                + partner)
                        .path("points"))
                .hasToString("[{\"start\":\"2026-03-01\",\"won_value\":100}]");

        var leaders = read("/partners?from=2026-03-01&to=2026-12-31&sort=-won_value");
        assertThat(leaders.at("/meta/record-count").asInt()).isEqualTo(1);
        assertThat(leaders.at("/data/0/partner_name").asText()).isEqualTo("Acme");
        assertThat(leaders.at("/data/0/won_count").asInt()).isEqualTo(1);
        assertThat(leaders.at("/data/0/conversion_rate").isNumber()).isTrue();

        assertThat(read("/funnel").path("steps"))
                .extracting(step -> step.path("step").asText() + step.path("count"))
                .containsExactly("leads1", "registered0", "converted1", "won1");
    }

    /** The payments are those that a rule makes: one waits, and one is paid. */
    @Test
    void commissions_areThoseOfThePayments_andOrderThePartners() {
        var won = stage("closed_won");
        api.post(
                        "/commission-rules",
                        json("{'label':'Ten','partner_type':'reseller','entries':[{'trigger':{'stage_uuid':'" + won
                                + "'},'calculation':{'type':'one_off','option':'percentage','value':10}}]}"))
                .expect(201);
        var paid = seller("Paid", 1_000);
        var due = seller("Due", 3_000);
        for (var status : List.of("approved", "processing", "completed")) {
            api.patch("/payments/" + paymentOf(paid), json("{'status':'" + status + "'}"))
                    .expect(200);
        }

        var year = "from=2026-01-01&to=2026-12-31";
        var summary = read("/summary?" + year).at("/current/commission_due/0");
        assertThat(summary.path("currency_code").asText()).isEqualTo("USD");
        assertThat(summary.path("value").decimalValue()).isEqualByComparingTo("400");
        var leaders = read("/partners?sort=-commission_due&" + year).path("data");
        assertThat(leaders)
                .extracting(leader -> leader.path("partner_name").asText())
                .containsExactly("Due", "Paid");
        assertThat(leaders.at("/0/partner_uuid").asText()).isEqualTo(due);
        assertThat(leaders.at("/0/commission_due/0/value").decimalValue()).isEqualByComparingTo("300");
        assertThat(leaders.at("/1/commission_due")).isEmpty();
        assertThat(leaders.at("/1/commission_paid/0/value").decimalValue()).isEqualByComparingTo("100");
        assertThat(read("/partners?sort=-commission_paid&" + year).path("data"))
                .extracting(leader -> leader.path("partner_name").asText())
                .containsExactly("Paid", "Due");
        assertThat(read("/partners?sort=commission_paid&" + year).path("data"))
                .extracting(leader -> leader.path("partner_name").asText())
                .containsExactly("Due", "Paid");
    }

    /** A reseller with a deal that was won in March. */
    private String seller(String name, int value) {
        var partner = uuid(api.post("/partners", json("{'name':'" + name + "','partner_type':'reseller'}"))
                .expect(201)
                .json());
        deal(
                "'label':'" + name + "','partner_uuid':'" + partner + "','deal_value':" + value
                        + ",'closed_at':'2026-03-02T10:00:00.000Z'",
                "closed_won");
        return partner;
    }

    private String paymentOf(String partner) {
        var payments = api.get("/partners/" + partner + "/payments").expect(200).json();
        assertThat(payments.path("data")).hasSize(1);
        return uuid(payments.path("data").path(0));
    }

    @Test
    void figures_withFaults_sayAll() {
        api.get("/analytics/summary?from=2026-02-02&to=2026-02-01").expectFaults("to");
        api.get("/analytics/series?from=2024-01-01&to=2026-02-01&metrics=won_value")
                .expectFaults("to");
        api.get("/analytics/series?metrics=happiness&interval=hour&partner_uuid=x&currency_code=XXY")
                .expectFaults("metrics", "interval", "partner_uuid", "currency_code");
        api.get("/analytics/series").expectFaults("metrics");
        api.get("/analytics/partners?sort=name&page=0&pageSize=51").expectFaults("sort", "page", "pageSize");
    }

    private JsonNode read(String path) {
        var figures = api.get("/analytics" + path).expect(200).json();
        assertThat(Instant.parse(figures.path("as_of").asText()))
                .isAfter(Instant.now().minus(OLDEST));
        return figures;
    }

    private void deal(String fields, String phase) {
        api.post("/deals", json("{" + fields + ",'stage_uuid':'" + stage(phase) + "'}"))
                .expect(201);
    }

    private String stage(String phase) {
        return uuid(
                api.get("/stages?kind=deal&phase=" + phase).json().path("data").path(0));
    }
}
