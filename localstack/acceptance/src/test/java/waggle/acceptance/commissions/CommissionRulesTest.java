package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.CustomFields;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;

/** Commission rules ({@code docs/commissions.md}, "Rules"). */
@SharedCompany
final class CommissionRulesTest {
    private static final String PATH = "/commission-rules";
    private static final String FIXED = "{'type':'one_off','option':'fixed','value':%s}";

    private final Api api = Target.api();

    @Test
    void entries_areReadAsWritten() {
        var written = rule(
                "'currency_code':'USD'",
                "{'type':'split','split':{'one_off':{'option':'fixed','value':500},"
                        + "'recurring':{'option':'percentage','value':12.5,'occurrences':6,'period':'month'}}}");

        var created = create(written);

        assertThat(created.path("entries")).isEqualTo(Related.in(api, written).path("entries"));
        assertThat(created.path("bonus").asBoolean()).isFalse();
        assertThat(created.path("payment_target").asText()).isEqualTo("partner");
    }

    @ParameterizedTest
    @CsvSource({"won_stage, entries", "tier, tier_uuids", "category, category_uuids", "partner, partner_uuids"})
    void record_thatARuleNames_cannotGo(String name, String field) {
        var named = Samples.named(name).create(api);
        var rule = create(naming(field, uuid(named)));
        var path = Samples.named(name).path(named);

        var refused = api.delete(path).expectError(409, "conflict");

        assertThat(refused.error()).endsWith("is used by 1 record");
        api.delete(PATH + "/" + uuid(rule)).expect(204);
        api.delete(path).expect(204);
    }

    private ObjectNode naming(String field, String uuid) {
        var rule = rule("'registered':true", "{'type':'one_off','option':'percentage','value':5}");
        if (field.equals("entries")) {
            ((ObjectNode) rule.at("/entries/0/trigger")).put("stage_uuid", uuid);
        } else {
            rule.putArray(field).add(uuid);
        }
        return rule;
    }

    @Test
    void fieldAndOption_thatARuleNames_cannotGo() {
        var plan = CustomFields.create(
                api,
                CustomFields.select("{\"id\":\"basic\",\"label\":\"Basic\"}", "{\"id\":\"pro\",\"label\":\"Pro\"}")
                        .put("label", "Plan of rules")
                        .put("entity", "deal"));
        var rule = create(rule(
                "'currency_code':'USD'",
                "{'type':'one_off','option':'scaling','scaling':{'custom_field_key':'plan_of_rules','tiers':"
                        + "[{'option_id':'pro','option':'fixed','value':5}]}}"));

        var ofField = api.delete(CustomFields.path(plan)).expectError(409, "conflict");
        var ofOption = api.patch(
                        CustomFields.path(plan),
                        CustomFields.options(Tags.empty(), "{\"id\":\"basic\",\"label\":\"Basic\"}"))
                .expectError(409, "conflict");
        CustomFields.patch(api, plan, "{\"options\":[{\"id\":\"pro\",\"label\":\"Professional\"}]}");

        assertThat(ofField.error()).endsWith("is used by 1 record");
        assertThat(ofOption.error()).startsWith("Option \"Pro\"").endsWith("is used by 1 record");
        api.delete(PATH + "/" + uuid(rule)).expect(204);
        api.delete(CustomFields.path(plan)).expect(204);
    }

    @Test
    void fields_thatDoNotExistOrHaveAnotherType_areRefusedAllAtOnce() {
        var size = CustomFields.create(
                api, CustomFields.field("Size of rules").put("entity", "deal").put("type", "number"));
        var plan = CustomFields.create(
                api,
                CustomFields.select("{\"id\":\"pro\",\"label\":\"Pro\"}")
                        .put("label", "Level of rules")
                        .put("entity", "deal"));
        var rule = rule(
                "'currency_code':'USD'",
                "{'type':'one_off','option':'scaling','base_field_key':'level_of_rules','scaling':{'custom_field_key':"
                        + "'level_of_rules','tiers':[{'option_id':'ultra','option':'fixed','value':5}]}}");
        ((ObjectNode) rule.at("/entries/0/trigger")).put("custom_field_key", "nowhere");

        var refused = api.post(PATH, Related.in(api, rule))
                .expectFaults(
                        "entries[0].trigger.custom_field_key",
                        "entries[0].calculation.base_field_key",
                        "entries[0].calculation.scaling.tiers[0].option_id");

        assertThat(refused.fault("entries[0].trigger.custom_field_key"))
                .startsWith("must be the key of a boolean field of deals");
        assertThat(refused.fault("entries[0].calculation.base_field_key"))
                .startsWith("must be the key of a number field of deals, like ");
        assertThat(refused.fault("entries[0].calculation.scaling.tiers[0].option_id"))
                .isEqualTo("must be the id of an option of the field level_of_rules, like pro");
        api.delete(CustomFields.path(size)).expect(204);
        api.delete(CustomFields.path(plan)).expect(204);
    }

    @Test
    void patch_mustLeaveARuleThatIsRight() {
        var rule = create(rule("'currency_code':'USD'", FIXED.formatted("1e3")));
        var path = PATH + "/" + uuid(rule);

        api.patch(path, "{\"currency_code\":null}").expectFaults("currency_code");
        api.patch(path, "{\"currency_code\":\"JPY\",\"minimum_payout\":0.5}").expectFaults("minimum_payout");
        var changed = api.patch(path, "{\"currency_code\":\"JPY\"}").expect(200).json();

        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.at("/entries/0/calculation/value").decimalValue()).isEqualByComparingTo("1000");
    }

    @Test
    void faults_ofBoundsAndOfRules_areNamedTogether() {
        var calculation = "{'type':'recurring','option':'percentage','value':-1,'occurrences':121}";

        api.post(PATH, Related.in(api, rule("'minimum_payout':5", calculation)))
                .expectFaults(
                        "currency_code",
                        "entries[0].calculation.value",
                        "entries[0].calculation.occurrences",
                        "entries[0].calculation.period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "1e-999999", "-1", "0", "-0.0", "0.00005", "0.001", "1000000000000", "1e12"})
    void amount_outOfBounds_isRefusedNamingTheField(String value) {
        api.post(PATH, Related.in(api, rule("'currency_code':'USD'", FIXED.formatted(value))))
                .expectFaults("entries[0].calculation.value");
    }

    @Test
    void rule_ofMoreRecordsThanAWriteHolds_isRefused() {
        var rule = rule("'registered':true", FIXED.formatted("5"));
        rule.put("currency_code", "USD");
        for (var field : new String[] {"partner_uuids", "tier_uuids"}) {
            var uuids = rule.putArray(field);
            for (var i = 0; i < 41; i++) {
                uuids.add("01900000-0000-7000-8000-%s%011d".formatted(field.charAt(0) == 'p' ? 0 : 1, i));
            }
        }

        var refused = api.post(PATH, Related.in(api, rule)).expectFaults("partner_uuids");

        assertThat(refused.fault("partner_uuids")).startsWith("must be fewer: a rule names at most 80 ");
    }

    private JsonNode create(ObjectNode rule) {
        return api.post(PATH, Related.in(api, rule)).expect(201).json();
    }

    private static ObjectNode rule(String fields, String calculation) {
        return Sample.parse("{'label':'Gold %s','partner_type':'referral'," + fields
                + ",'entries':[{'trigger':{'stage_uuid':'<won_stage>'},'calculation':" + calculation + "}]}");
    }
}
