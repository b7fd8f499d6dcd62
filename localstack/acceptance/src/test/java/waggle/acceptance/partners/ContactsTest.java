package waggle.acceptance.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** Rules of contacts only ({@code docs/api.md}, "Contacts"). */
@SharedCompany
final class ContactsTest {
    private final Api api = Target.api();
    private final String acme = partner(api, "Acme");
    private final String bolt = partner(api, "Bolt");

    @Test
    void email_isUniqueAtItsPartner() {
        var first = create(contact(acme, "ada@example.com"));

        var refused = api.post("/contacts", contact(acme, "ADA@example.com")).expectError(409, "conflict");

        assertThat(refused.error()).contains(first.path("uuid").asText());
        var other = create(contact(bolt, "ada@example.com"));
        api.patch(path(other), "{\"partner_uuid\":\"" + acme + "\"}").expectError(409, "conflict");
        api.delete(path(first)).expect(204);
        api.patch(path(other), "{\"partner_uuid\":\"" + acme + "\"}").expect(200);
    }

    @Test
    void contact_thatMoves_isCountedWhereItIs() {
        var contact = create(contact(acme, "ada@example.com"));

        api.patch(path(contact), "{\"partner_uuid\":\"" + bolt + "\"}").expect(200);

        assertThat(count(acme)).isZero();
        assertThat(count(bolt)).isEqualTo(1);
        Lists.expectTexts(api, "/contacts?partner_uuid=" + bolt, "email", "ada@example.com");
        Lists.expectTexts(api, "/contacts?partner_uuid=" + acme, "email");
        api.delete(path(contact)).expect(204);
        assertThat(count(bolt)).isZero();
    }

    @OwnCompany
    @Test
    void partner_thatIsNoneOfTheCompanys_isRefusedAlikeWhosesoeverItIs() {
        var theirs = partner(Target.tenant().api(), "Theirs");
        var nobody = "01900000-0000-7000-8000-000000000000";

        var toTheirs = api.post("/contacts", contact(theirs, "ada@example.com")).expectFaults("partner_uuid");
        var toNobody = api.post("/contacts", contact(nobody, "ada@example.com")).expectFaults("partner_uuid");

        assertThat(toTheirs.errorWithoutRequest().toString().replace(theirs, nobody))
                .isEqualTo(toNobody.errorWithoutRequest().toString());
        assertThat(Lists.count(api, "/contacts")).isZero();
        Lists.expectTexts(api, "/contacts?partner_uuid=" + theirs, "email");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email        | ada          | must be an e-mail address like name@example.com
                    email        | ''           | is required
                    partner_uuid | 7            | must be a uuid
                    """)
    void create_withOneFault_namesTheFieldAndWhatWasExpected(String field, String value, String message) {
        var written = contact(acme, "ada@example.com").put(field, value);

        assertThat(api.post("/contacts", written).expectFaults(field).fault(field))
                .isEqualTo(message);
    }

    @Test
    void tag_ofAnotherAssociation_isRefused() {
        var written = contact(acme, "ada@example.com");
        written.putArray("tag_uuids").add(Tags.create(api).path("uuid"));

        api.post("/contacts", written).expectError(400, "invalid_request");
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        create(contact(acme, "ada@example.com").put("first_name", "Zoë"));
        create(contact(bolt, "bob@example.com").put("last_name", "Byron"));

        expect("partner_uuid=" + acme + "," + bolt, "bob@example.com", "ada@example.com");
        expect("search=ZOE", "ada@example.com");
        expect("search=byron&partner_uuid=" + acme);
        expect("sort=email", "ada@example.com", "bob@example.com");
        var expanded = api.get("/contacts?expand=partner&partner_uuid=" + acme).expect(200);
        assertThat(expanded.json().at("/data/0/partner/name").asText()).isEqualTo("Acme");
    }

    private void expect(String query, String... emails) {
        Lists.expectTexts(api, "/contacts?" + query, "email", emails);
    }

    private int count(String partner) {
        return api.get("/partners/" + partner).json().path("contact_count").intValue();
    }

    private JsonNode create(ObjectNode written) {
        return api.post("/contacts", written).expect(201).json();
    }

    private static String path(JsonNode contact) {
        return "/contacts/" + contact.required("uuid").asText();
    }

    private static ObjectNode contact(String partner, String email) {
        return Tags.empty().put("partner_uuid", partner).put("email", email);
    }

    private static String partner(Api api, String name) {
        var written = Tags.empty().put("name", name).put("partner_type", "referral");
        return api.post("/partners", written)
                .expect(201)
                .json()
                .required("uuid")
                .asText();
    }
}
