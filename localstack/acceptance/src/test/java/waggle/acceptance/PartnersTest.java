package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of partners only ({@code docs/api.md}, "Partners"). */
@SharedCompany
final class PartnersTest {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    private final Api api = Target.api();

    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var partner = create(partner("Acme"));

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
        var partner = create(partner("Acme").put("email", email));

        assertThat(partner.path("email").asText()).isEqualTo(email);
        assertThat(partner.path("email_domain").textValue()).isEqualTo(domain);
    }

    @Test
    void emailDomain_thatIsWritten_winsOverTheAddress() {
        var written = partner("Acme").put("email", "ada@gmail.com").put("email_domain", "acme.example");

        assertThat(create(written).path("email_domain").asText()).isEqualTo("acme.example");
    }

    @OwnCompany
    @Test
    void emailDomain_ofAnother_isAConflictThatNamesTheFirst() {
        var first = create(partner("Acme").put("email", "ada@acme.example"));

        var refused = api.post("/partners", partner("Apex").put("email_domain", "acme.example"))
                .expectError(409, "conflict");

        assertThat(refused.error()).contains("acme.example", first.path("uuid").asText());
        api.delete(path(first)).expect(204);
        create(partner("Apex").put("email_domain", "acme.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email_domain  | "gmail.com"             | must not be the domain of a free mail service
                    email_domain  | "Acme.example"          | must be a domain in lower case, like example.com
                    email_domain  | "acme"                  | must be a domain in lower case, like example.com
                    email         | "ada"                   | must be an e-mail address like name@example.com
                    email         | "ada@acme"              | must be an e-mail address like name@example.com
                    website_url   | "javascript:alert(1)"   | must be a URL like https://www.example.com
                    country_code  | "de"                    | must be an ISO 3166 country code like DE
                    country_code  | "ZZ"                    | must be an ISO 3166 country code like DE
                    country_code  | "DEU"                   | must have 2 to 2 characters
                    partner_type  | "vendor"                | must be one of referral, reseller, distributor
                    status        | "new"                   | must be one of invited, accepted, declined, inactive
                    reseller_owner | "us"                   | must be one of company, partner
                    stage_uuid    | "7"                     | must be a uuid
                    tag_uuids     | "7"                     | must be a list
                    tag_uuids[0]  | ["7"]                   | must be a uuid
                    external_ids.Sales Force | {"Sales Force":"1"} | must have a system name in snake_case, like salesforce
                    external_ids.hubspot | {"hubspot":""}   | must have 1 to 255 characters
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

    @ParameterizedTest
    @CsvSource({
        "stage_uuid, stage",
        "tier_uuid, tier",
        "category_uuid, category",
        "parent_partner_uuid, partner",
        "tag_uuids, tag",
        "assigned_user_uuids, user"
    })
    void reference_toNothingOrToAnotherCompanys_isRefusedNamingTheField(String field, String target) {
        var theirs = uuid(Samples.named(target).create(Target.tenant().api()));
        var ours = uuid(Samples.named(target).create(api));

        var toNothing = api.post("/partners", referring(field, NOBODY)).expect(400);
        var toTheirs = api.post("/partners", referring(field, theirs)).expect(400);

        assertThat(toNothing.json().at("/details/0/field").asText()).startsWith(field);
        assertThat(toTheirs.errorWithoutRequest().toString().replace(theirs, NOBODY))
                .isEqualTo(toNothing.errorWithoutRequest().toString());
        var uuid = create(referring(field, ours)).path(field);
        assertThat(uuid.isArray() ? uuid.path(0).asText() : uuid.asText()).isEqualTo(ours);
    }

    @Test
    void reference_toAnotherKind_isRefused() {
        var stage = Stages.create(api, Stages.deal("Won"));
        var tag = Samples.named("contact_tag").create(api);
        var tier = Samples.named("tier").create(api);

        for (var written : List.of(
                referring("stage_uuid", uuid(stage)),
                referring("tag_uuids", uuid(tag)),
                referring("category_uuid", uuid(tier)))) {
            api.post("/partners", written).expectError(400, "invalid_request");
        }
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        var user = uuid(Samples.named("user").create(api));
        create(partner("Acme").put("country_code", "DE").putRawValue("external_ids", raw("{'hubspot':'7'}")));
        create(partner("Bolt").put("country_code", "FR").putRawValue("assigned_user_uuids", raw("['" + user + "']")));
        create(partner("Cask").put("status", "accepted").put("email", "ada@cask.example"));

        expect("country_code=DE,FR", "Bolt", "Acme");
        expect("country_code=DE,FR&status=accepted");
        expect("status=accepted,declined", "Cask");
        expect("assigned=true", "Bolt");
        expect("assigned=false", "Cask", "Acme");
        expect("assigned_user_uuid=" + user, "Bolt");
        expect("external_id=hubspot:7", "Acme");
        expect("external_id=salesforce:7");
        expect("search=cask.EXAMPLE", "Cask");
        expect("sort=name", "Acme", "Bolt", "Cask");
        expect("sort=-name", "Cask", "Bolt", "Acme");
        for (var wrong : List.of("assigned=yes", "external_id=7", "tier_uuid=7", "sort=email", "expand=lead")) {
            api.get("/partners?" + wrong).expectFaults(wrong.split("=", 2)[0]);
        }
    }

    @OwnCompany
    @ParameterizedTest
    @CsvSource({"tier, series", "stage, series", "category, label"})
    void sort_byWhatIsReferredTo_isInItsOrder(String target, String order) {
        var last = related(target, "Alpha", "Zulu", order, 2);
        var first = related(target, "Zulu", "Alpha", order, 1);
        create(referring(target + "_uuid", last).put("name", "Last"));
        create(referring(target + "_uuid", first).put("name", "First"));

        expect("sort=" + target, "First", "Last");
        expect("sort=-" + target, "Last", "First");
    }

    @Test
    void expand_putsTheRecordsBesideTheirUuids() {
        var partner =
                Samples.named("partner").create(api, Samples.named("partner").complete());
        var one = List.of("stage", "tier", "category", "parent_partner");
        var expand = "?expand=stage,tier,category,tags,assigned_users,parent_partner";

        var read = api.get(path(partner) + expand).expect(200).json();

        for (var name : one) {
            assertThat(read.at("/" + name + "/uuid")).as(name).isEqualTo(partner.path(name + "_uuid"));
        }
        assertThat(read.at("/tags/0/uuid")).isEqualTo(partner.at("/tag_uuids/0"));
        assertThat(read.at("/assigned_users/0/uuid")).isEqualTo(partner.at("/assigned_user_uuids/0"));
        assertThat(api.get("/partners" + expand).expect(200).json().path("data"))
                .contains(read);
        api.get(path(partner) + "?expand=stage,leads").expectFaults("expand");
    }

    @OwnCompany
    @Test
    void customFields_areMergedByKeyAndClearedByNull() {
        field("region", "text", true);
        field("revenue", "number", false);
        api.post("/partners", partner("Acme")).expectFaults("custom_fields.region");
        api.post("/partners", custom("{'region':7,'revenue':'much'}"))
                .expectFaults("custom_fields.region", "custom_fields.revenue");
        var partner = create(custom("{'region':'emea','revenue':120000.5}"));

        var merged = patch(partner, "{'custom_fields':{'region':'apac'}}");
        var cleared = patch(partner, "{'custom_fields':{'revenue':null}}");

        assertThat(merged.path("custom_fields")).hasToString("{\"region\":\"apac\",\"revenue\":120000.5}");
        assertThat(cleared.path("custom_fields")).hasToString("{\"region\":\"apac\"}");
        api.patch(path(partner), json("{'custom_fields':{'region':null}}")).expectFaults("custom_fields.region");
        expect("custom_fields[region]=apac,emea", "Acme");
        expect("custom_fields[region]=emea");
        api.get("/partners?custom_fields%5Bnonsense%5D=1").expectFaults("custom_fields[nonsense]");
    }

    @Test
    void tag_thatIsUsed_cannotBeDeleted() {
        var tag = Tags.create(api);
        var partner = create(referring("tag_uuids", uuid(tag)));

        var refused = api.delete(Tags.path(tag)).expectError(409, "conflict");

        assertThat(refused.error()).endsWith("is used by 1 record");
        patch(partner, "{'tag_uuids':null}");
        api.delete(Tags.path(tag)).expect(204);
    }

    @OwnCompany
    @Test
    void subLists_haveWhatBelongsToThePartner() {
        var partner = create(partner("Acme"));
        var other = create(partner("Bolt"));
        contact(partner, "ada");
        contact(partner, "bob");
        contact(other, "eve");
        user(partner, "ada");

        expectEmails(path(partner) + "/contacts", "bob@example.com", "ada@example.com");
        expectEmails(path(partner) + "/contacts?search=ada", "ada@example.com");
        expectEmails(path(partner) + "/users", "ada@example.com");
        expectEmails(path(other) + "/users");
        var page = api.get(path(partner) + "/contacts?pageSize=1&page=2").expect(200);
        assertThat(Lists.texts(page.json(), "email")).containsExactly("ada@example.com");
        assertThat(Lists.count(page.json())).isEqualTo(2);
        for (var list : List.of("/contacts", "/users", "/network")) {
            api.get("/partners/" + NOBODY + list).expectError(404, "not_found");
            Target.tenant().api().get(path(partner) + list).expectError(404, "not_found");
        }
        api.get(path(partner) + "/contacts?partner_uuid=" + NOBODY).expectFaults("partner_uuid");
    }

    @Test
    void network_isTheTreeBelowWithItsSums() {
        var top = create(partner("Top"));
        var middle = create(referring("parent_partner_uuid", uuid(top)).put("name", "Middle"));
        var leaf = create(referring("parent_partner_uuid", uuid(middle)).put("name", "Leaf"));
        contact(leaf, "ada");

        var network = api.get(path(top) + "/network").expect(200).json();

        assertThat(network.at("/children/0/children/0/name").asText()).isEqualTo("Leaf");
        assertThat(network.at("/children/0/children/0/counts/contact_count")).hasToString("1");
        assertThat(network.at("/counts/contact_count")).hasToString("0");
        assertThat(network.at("/subtree/contact_count")).hasToString("1");
        api.patch(path(top), json("{'parent_partner_uuid':'" + uuid(leaf) + "'}"))
                .expectFaults("parent_partner_uuid");
        api.delete(path(top)).expectError(409, "conflict");
    }

    @OwnCompany
    @Test
    void delete_takesContactsAndUsersAlong() {
        var partner = create(partner("Acme"));
        var contact = contact(partner, "ada");
        var user = user(partner, "ada");

        api.delete(path(partner)).expect(204);

        api.get("/contacts/" + uuid(contact)).expectError(404, "not_found");
        api.get("/users/" + uuid(user)).expectError(404, "not_found");
        assertThat(Lists.count(api, "/contacts") + Lists.count(api, "/users")).isZero();
    }

    @Test
    void counts_thatMove_changeTheTagAndNotTheVersion() {
        var partner = create(partner("Acme"));
        var tag = api.get(path(partner)).header("ETag");
        contact(partner, "ada");

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

    private static ObjectNode partner(String name) {
        return Tags.empty().put("name", name).put("partner_type", "reseller");
    }

    private static ObjectNode custom(String values) {
        return partner("Acme").putRawValue("custom_fields", raw(values));
    }

    private static ObjectNode referring(String field, String uuid) {
        return field.endsWith("s")
                ? partner("Acme").putRawValue(field, raw("['" + uuid + "']"))
                : partner("Acme").put(field, uuid);
    }

    private static RawValue raw(String json) {
        return new RawValue(json(json));
    }

    private static String json(String json) {
        return json.replace('\'', '"');
    }

    private JsonNode create(ObjectNode written) {
        return api.post("/partners", written).expect(201).json();
    }

    private JsonNode patch(JsonNode partner, String patch) {
        return api.patch(path(partner), json(patch)).expect(200).json();
    }

    private String related(String target, String early, String late, String order, int series) {
        var written = Samples.named(target).minimal();
        written.put("label", order.equals("series") ? early : late);
        return uuid(
                Samples.named(target).create(api, order.equals("series") ? written.put("series", series) : written));
    }

    private void field(String key, String type, boolean required) {
        var field = Tags.empty().put("label", key).put("key", key).put("type", type);
        api.post("/custom-fields", field.put("entity", "partner").put("required", required))
                .expect(201);
    }

    private JsonNode contact(JsonNode partner, String name) {
        var written = Tags.empty().put("email", name + "@example.com").put("partner_uuid", uuid(partner));
        return api.post("/contacts", written).expect(201).json();
    }

    private JsonNode user(JsonNode partner, String name) {
        var written = Tags.empty().put("email", name + "@example.com").put("partner_uuid", uuid(partner));
        return api.post("/users", written.put("role", "partner")).expect(201).json();
    }

    private void expect(String query, String... names) {
        Lists.expectTexts(api, "/partners?" + query.replace("[", "%5B").replace("]", "%5D"), "name", names);
    }

    private void expectEmails(String list, String... emails) {
        Lists.expectTexts(api, list, "email", emails);
    }

    private static String uuid(JsonNode entity) {
        return entity.required("uuid").asText();
    }

    private static String path(JsonNode partner) {
        return "/partners/" + uuid(partner);
    }
}
