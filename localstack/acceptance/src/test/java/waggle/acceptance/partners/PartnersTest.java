package waggle.acceptance.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.custom;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.partner;
import static waggle.acceptance.samples.Partners.path;
import static waggle.acceptance.samples.Partners.raw;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;

/** Fields, counts and filters of partners ({@code docs/api.md}, "Partners"). */
@SharedCompany
final class PartnersTest {
    private final Api api = Target.api();

    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var partner = Partners.create(api, partner("Acme"));

        assertThat(partner.path("status").asText()).isEqualTo("invited");
        assertThat(partner.path("tag_uuids")).hasToString("[]");
        assertThat(partner.path("assigned_user_uuids")).hasToString("[]");
        assertThat(partner.path("external_ids")).hasToString("{}");
        assertThat(partner.path("custom_fields")).hasToString("{}");
        for (var none : List.of("email", "email_domain", "country_code", "stage_uuid", "parent_partner_uuid")) {
            assertThat(partner.required(none).isNull()).as(none).isTrue();
        }
        for (var count : List.of("contact_count", "user_count", "lead_count", "deal_count", "won_value")) {
            assertThat(partner.required(count)).as(count).hasToString("0");
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
                    ada@Mail.Example.COM, mail.example.com
                    ada@gmail.com,        null
                    ada@GMX.de,           null
                    """)
    void emailDomain_thatIsAbsent_isThatOfTheAddressUnlessItIsFreeMail(String email, String domain) {
        var partner = Partners.create(api, partner("Acme").put("email", email));

        assertThat(partner.path("email").asText()).isEqualTo(email);
        assertThat(partner.path("email_domain").textValue()).isEqualTo(domain);
    }

    @Test
    void emailDomain_thatIsWritten_winsOverTheAddress() {
        var written = partner("Acme").put("email", "ada@gmail.com").put("email_domain", "acme.example");

        assertThat(Partners.create(api, written).path("email_domain").asText()).isEqualTo("acme.example");
    }

    @OwnCompany
    @Test
    void emailDomain_ofAnother_isAConflictThatNamesTheFirst() {
        var first = Partners.create(api, partner("Acme").put("email", "ada@acme.example"));

        var refused = api.post("/partners", partner("Apex").put("email_domain", "acme.example"))
                .expectError(409, "conflict");

        assertThat(refused.error()).contains("acme.example", first.path("uuid").asText());
        api.delete(path(first)).expect(204);
        Partners.create(api, partner("Apex").put("email_domain", "acme.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email_domain  | "gmail.com"             | must not be the domain of a free mail service
                    email_domain  | "Acme.example"          | must be a domain in lower case, like example.com
                    email_domain  | "acme"                  | must be a domain in lower case, like example.com
                    email         | "ada"                   | must be an e-mail address like name@example.com
                    email         | "ada@acme"              | must be an e-mail address like name@example.com
                    website_url   | "javascript:alert(1)"   | must be a URL like https://www.example.com
                    country_code  | "de"                    | must be an ISO 3166 code of two letters like DE; did you mean DE?
                    country_code  | "ZZ"                    | must be an ISO 3166 code of two letters like DE
                    country_code  | "DEU"                   | must be an ISO 3166 code of two letters like DE; did you mean DE?
                    country_code  | "UK"                    | must be an ISO 3166 code of two letters like DE; did you mean GB?
                    partner_type  | "vendor"                | must be one of referral, reseller, distributor
                    status        | "new"                   | must be one of invited, accepted, declined, inactive
                    reseller_owner | "us"                   | must be one of company, partner
                    stage_uuid    | "7"                     | must be a uuid
                    tag_uuids     | "7"                     | must be a list
                    tag_uuids[0]  | ["7"]                   | must be a uuid
                    external_ids.Sales Force | {"Sales Force":"1"} | must have a system name in snake_case, like salesforce
                    external_ids.hubspot | {"hubspot":"1\\u200b2"} | must not have invisible characters
                    external_ids.hubspot | {"hubspot":7}    | must be a string
                    custom_fields | []                      | must be an object
                    custom_fields.region | {"region":"x"}   | is not a known custom field
                    contact_count | 7                       | cannot be written
                    """)
    void create_withOneFault_namesTheFieldAndWhatWasExpected(String fault, String value, String message) {
        var written = partner("Acme").putRawValue(fault.replaceFirst("[.\\[].*", ""), new RawValue(value));

        assertThat(api.post("/partners", written).expectFaults(fault).fault(fault))
                .isEqualTo(message);
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        var user = uuid(Samples.named("user").create(api));
        Partners.create(
                api, partner("Acme").put("country_code", "DE").putRawValue("external_ids", raw("{'hubspot':'7'}")));
        Partners.create(
                api,
                partner("Bolt").put("country_code", "FR").putRawValue("assigned_user_uuids", raw("['" + user + "']")));
        Partners.create(api, partner("Cask").put("status", "accepted").put("email", "ada@cask.example"));

        Partners.expect(api, "country_code=DE,FR", "Bolt", "Acme");
        Partners.expect(api, "country_code=DE,FR&status=accepted");
        Partners.expect(api, "status=accepted,declined", "Cask");
        Partners.expect(api, "assigned=true", "Bolt");
        Partners.expect(api, "assigned=false", "Cask", "Acme");
        Partners.expect(api, "assigned_user_uuid=" + user, "Bolt");
        Partners.expect(api, "external_id=hubspot:7", "Acme");
        Partners.expect(api, "external_id=salesforce:7");
        Partners.expect(api, "search=cask.EXAMPLE", "Cask");
        Partners.expect(api, "sort=name", "Acme", "Bolt", "Cask");
        Partners.expect(api, "sort=-name", "Cask", "Bolt", "Acme");
        for (var wrong : List.of("assigned=yes", "external_id=7", "tier_uuid=7", "sort=email", "expand=lead")) {
            api.get("/partners?" + wrong).expectFaults(wrong.split("=", 2)[0]);
        }
    }

    @OwnCompany
    @Test
    void customFields_areMergedByKeyAndClearedByNull() {
        field("region", "text", true);
        field("revenue", "number", false);
        api.post("/partners", partner("Acme")).expectFaults("custom_fields.region");
        api.post("/partners", custom("{'region':7,'revenue':'much'}"))
                .expectFaults("custom_fields.region", "custom_fields.revenue");
        var partner = Partners.create(api, custom("{'region':'emea','revenue':120000.5}"));

        var merged = Partners.patch(api, partner, "{'custom_fields':{'region':'apac'}}");
        var cleared = Partners.patch(api, partner, "{'custom_fields':{'revenue':null}}");

        assertThat(merged.path("custom_fields")).hasToString("{\"region\":\"apac\",\"revenue\":120000.5}");
        assertThat(cleared.path("custom_fields")).hasToString("{\"region\":\"apac\"}");
        api.patch(path(partner), json("{'custom_fields':{'region':null}}")).expectFaults("custom_fields.region");
        Partners.expect(api, "custom_fields[region]=apac,emea", "Acme");
        Partners.expect(api, "custom_fields[region]=emea");
        api.get("/partners?custom_fields%5Bnonsense%5D=1").expectFaults("custom_fields[nonsense]");
    }

    @Test
    void counts_thatMove_changeTheTagAndNotTheVersion() {
        var partner = Partners.create(api, partner("Acme"));
        var tag = api.get(path(partner)).header("ETag");
        Partners.contact(api, partner, "ada");

        var read = api.with("If-None-Match", tag).get(path(partner)).expect(200);

        assertThat(read.json().path("contact_count")).hasToString("1");
        assertThat(read.json().path("version")).hasToString("1");
        api.with("If-None-Match", read.header("ETag")).get(path(partner)).expect(304);
        api.with("If-Match", "\"1\"")
                .patch(path(partner), json("{'name':'Apex'}"))
                .expect(200);
        api.with("If-Match", read.header("ETag"))
                .patch(path(partner), json("{'name':'Bolt'}"))
                .expectError(412, "version_mismatch");
    }

    private void field(String key, String type, boolean required) {
        var field = Tags.empty().put("label", key).put("key", key).put("type", type);
        api.post("/custom-fields", field.put("entity", "partner").put("required", required))
                .expect(201);
    }
}
