package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Stages;
import waggle.acceptance.samples.Tags;

/**
 * The reply to a write of a deal counts the payments that the write made, in its own transaction and in those after it: it is
 * what the next request reads.
 */
@SharedCompany
final class DealRepliesTest {
    private final Api api = Target.api();
    private final Api once = api.with("Idempotency-Key", "deal " + Tags.label());
    private final String won = uuid(Stages.create(api, Stages.of("deal", Tags.label(), "closed_won")));

    /** A transaction has room for 15 payments. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void reply_toADealThatIsCreatedWon_isWhatIsReadNext(int payments) {
        var deal = wonDeal(rule(payments));

        var created = once.post("/deals", deal).expect(201);

        assertIsRead(created, "/deals/" + uuid(created.json()), payments);
        assertThat(once.post("/deals", deal).expect(201).body()).isEqualTo(created.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void reply_toADealThatIsWon_isWhatIsReadNext(int payments) {
        var deal = wonDeal(rule(payments));
        var stage = deal.remove("stage_uuid");
        var path = "/deals/" + uuid(api.post("/deals", deal).expect(201).json());

        var patched = once.patch(path, Tags.empty().set("stage_uuid", stage)).expect(200);

        assertIsRead(patched, path, payments);
        var again = once.patch(path, Tags.empty().set("stage_uuid", stage)).expect(200);
        assertThat(again.body()).isEqualTo(patched.body());
        assertThat(again.header("ETag")).isEqualTo(patched.header("ETag"));
    }

    @Test
    void reply_toAConversion_isWhatIsReadNext() {
        var partner = rule(2);
        var lead = uuid(api.post(
                        "/leads", Tags.empty().put("company_name", Tags.label()).put("partner_uuid", partner))
                .expect(201)
                .json());
        var deal = wonDeal(partner);
        deal.remove("partner_uuid");

        var converted = api.post("/leads/" + lead + "/convert", deal).expect(201);

        assertIsRead(converted, "/deals/" + uuid(converted.json()), 2);
    }

    private void assertIsRead(Reply reply, String path, int payments) {
        var read = api.get(path).expect(200);
        assertThat(reply.json()).isEqualTo(read.json());
        assertThat(reply.header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(read.json().path("payment_count").asInt()).isEqualTo(payments);
        assertThat(read.json().path("total_commission_value").asInt()).isEqualTo(100 * payments);
    }

    private ObjectNode wonDeal(String partner) {
        return Tags.empty()
                .put("label", "Ten seats")
                .put("deal_value", 1_000)
                .put("partner_uuid", partner)
                .put("stage_uuid", won);
    }

    /** A partner with a rule of its own, which makes so many payments for each deal. */
    private String rule(int payments) {
        var partner = uuid(Partners.create(api, Partners.partner(Tags.label())));
        api.post(
                        "/commission-rules",
                        json(("{'label':'%s','partner_type':'reseller','partner_uuids':['%s'],'entries':[{'trigger':"
                                        + "{'stage_uuid':'%s'},'calculation':{'type':'recurring','option':'percentage',"
                                        + "'value':10,'period':'month','occurrences':%d}}]}")
                                .formatted(Tags.label(), partner, won, payments)))
                .expect(201);
        return partner;
    }
}
