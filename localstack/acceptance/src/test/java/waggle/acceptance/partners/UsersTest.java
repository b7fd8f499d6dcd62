package waggle.acceptance.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** Rules of users only ({@code docs/api.md}, "Users"). */
@SharedCompany
final class UsersTest {
    private final Api api = Target.api();
    private final String partner = partner(api);

    @Test
    void create_withTheLeast_isInvited() {
        assertThat(create(user("ada@example.com", "admin")).path("status").asText())
                .isEqualTo("invited");
    }

    @OwnCompany
    @ParameterizedTest
    @ValueSource(strings = {"partner", "indirect"})
    void role_atAPartner_needsOne(String role) {
        var refused = api.post("/users", user("ada@example.com", role)).expectFaults("partner_uuid");

        assertThat(refused.fault("partner_uuid")).isEqualTo("is required for the roles partner and indirect");
        var user = create(user("ada@example.com", role).put("partner_uuid", partner));
        api.patch(path(user), "{\"partner_uuid\":null}").expectFaults("partner_uuid");
        api.patch(path(user), "{\"role\":\"admin\"}").expectFaults("partner_uuid");
        api.patch(path(user), "{\"role\":\"admin\",\"partner_uuid\":null}").expect(200);
        assertThat(api.get("/partners/" + partner).json().path("user_count")).hasToString("0");
    }

    @OwnCompany
    @ParameterizedTest
    @ValueSource(strings = {"admin", "partnerships"})
    void role_inTheCompany_hasNoPartner(String role) {
        var refused = api.post("/users", user("ada@example.com", role).put("partner_uuid", partner))
                .expectFaults("partner_uuid");

        assertThat(refused.fault("partner_uuid")).isEqualTo("must be absent unless the role is partner or indirect");
        create(user("ada@example.com", role));
    }

    @OwnCompany
    @Test
    void email_isUniqueInTheCompany_whereverItsUsersWork() {
        create(user("ada@example.com", "admin"));

        api.post("/users", user("ADA@example.com", "partner").put("partner_uuid", partner))
                .expectError(409, "conflict");
    }

    @Test
    void partner_ofAnotherCompany_isRefused() {
        var theirs = partner(Target.tenant().api());

        api.post("/users", user("ada@example.com", "partner").put("partner_uuid", theirs))
                .expectFaults("partner_uuid");
    }

    @OwnCompany
    @Test
    void user_whoIsAssigned_canBeDisabledAndNotDeleted() {
        var user = create(user("ada@example.com", "partnerships"));
        var uuid = user.path("uuid").asText();
        api.patch("/partners/" + partner, "{\"assigned_user_uuids\":[\"" + uuid + "\"]}")
                .expect(200);

        var refused = api.delete(path(user)).expectError(409, "conflict");

        assertThat(refused.error()).isEqualTo("User \"ada@example.com\" is used by 1 record");
        api.patch(path(user), "{\"status\":\"disabled\"}").expect(200);
        api.patch("/partners/" + partner, "{\"assigned_user_uuids\":[]}").expect(200);
        api.delete(path(user)).expect(204);
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        create(user("ada@example.com", "admin").put("last_name", "Byron"));
        create(user("bob@example.com", "indirect").put("partner_uuid", partner).put("status", "active"));

        expect("role=admin,indirect", "bob@example.com", "ada@example.com");
        expect("role=partner");
        expect("status=active&role=indirect", "bob@example.com");
        expect("partner_uuid=" + partner, "bob@example.com");
        expect("search=byron", "ada@example.com");
        expect("sort=email", "ada@example.com", "bob@example.com");
        api.get("/users?role=owner").expectFaults("role");
    }

    private void expect(String query, String... emails) {
        Lists.expectTexts(api, "/users?" + query, "email", emails);
    }

    private JsonNode create(ObjectNode written) {
        return api.post("/users", written).expect(201).json();
    }

    private static String path(JsonNode user) {
        return "/users/" + user.required("uuid").asText();
    }

    private static ObjectNode user(String email, String role) {
        return Tags.empty().put("email", email).put("role", role);
    }

    private static String partner(Api api) {
        var written = Tags.empty().put("name", "Acme").put("partner_type", "referral");
        return api.post("/partners", written)
                .expect(201)
                .json()
                .required("uuid")
                .asText();
    }
}
