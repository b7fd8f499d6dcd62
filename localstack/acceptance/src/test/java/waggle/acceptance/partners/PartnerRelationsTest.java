package waggle.acceptance.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.partner;
import static waggle.acceptance.samples.Partners.path;
import static waggle.acceptance.samples.Partners.referring;
import static waggle.acceptance.samples.Partners.uuid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Stages;
import waggle.acceptance.samples.Tags;

/** References of partners, and the records below a partner ({@code docs/api.md}, "Partners"). */
@SharedCompany
final class PartnerRelationsTest {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    private final Api api = Target.api();

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
        var uuid = Partners.create(api, referring(field, ours)).path(field);
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
    @ParameterizedTest
    @CsvSource({"tier, series", "stage, series", "category, label"})
    void sort_byWhatIsReferredTo_isInItsOrder(String target, String order) {
        var last = related(target, "Alpha", "Zulu", order, 2);
        var first = related(target, "Zulu", "Alpha", order, 1);
        Partners.create(api, referring(target + "_uuid", last).put("name", "Last"));
        Partners.create(api, referring(target + "_uuid", first).put("name", "First"));

        Partners.expect(api, "sort=" + target, "First", "Last");
        Partners.expect(api, "sort=-" + target, "Last", "First");
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

    @Test
    void tag_thatIsUsed_cannotBeDeleted() {
        var tag = Tags.create(api);
        var partner = Partners.create(api, referring("tag_uuids", uuid(tag)));

        var refused = api.delete(Tags.path(tag)).expectError(409, "conflict");

        assertThat(refused.error()).endsWith("is used by 1 record");
        Partners.patch(api, partner, "{'tag_uuids':null}");
        api.delete(Tags.path(tag)).expect(204);
    }

    @OwnCompany
    @Test
    void subLists_haveWhatBelongsToThePartner() {
        var partner = Partners.create(api, partner("Acme"));
        var other = Partners.create(api, partner("Bolt"));
        Partners.contact(api, partner, "ada");
        Partners.contact(api, partner, "bob");
        Partners.contact(api, other, "eve");
        Partners.user(api, partner, "ada");

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
        var top = Partners.create(api, partner("Top"));
        var middle =
                Partners.create(api, referring("parent_partner_uuid", uuid(top)).put("name", "Middle"));
        var leaf = Partners.create(
                api, referring("parent_partner_uuid", uuid(middle)).put("name", "Leaf"));
        Partners.contact(api, leaf, "ada");

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
        var partner = Partners.create(api, partner("Acme"));
        var contact = Partners.contact(api, partner, "ada");
        var user = Partners.user(api, partner, "ada");

        api.delete(path(partner)).expect(204);

        api.get("/contacts/" + uuid(contact)).expectError(404, "not_found");
        api.get("/users/" + uuid(user)).expectError(404, "not_found");
        assertThat(Lists.count(api, "/contacts") + Lists.count(api, "/users")).isZero();
    }

    private String related(String target, String early, String late, String order, int series) {
        var written = Samples.named(target).minimal();
        written.put("label", order.equals("series") ? early : late);
        return uuid(
                Samples.named(target).create(api, order.equals("series") ? written.put("series", series) : written));
    }

    private void expectEmails(String list, String... emails) {
        Lists.expectTexts(api, list, "email", emails);
    }
}
