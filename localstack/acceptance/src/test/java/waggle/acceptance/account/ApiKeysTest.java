package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes.Scope;

/** API keys ({@code docs/api.md}, "API keys"). The gateway caches policies, so tests use a key only after its end. */
final class ApiKeysTest {
    private static final String PATH = "/api-keys";

    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);

    @Test
    void key_isToldOnceAndOpensWhatItsScopesSay() {
        var made = create("read", "tags:write");
        var key = made.required("key").asText();

        assertThat(KeySecret.parse(key)).isPresent();
        assertThat(key).startsWith(made.required("prefix").asText());
        assertThat(key).endsWith(made.required("last_four").asText());
        assertThat(made.required("last_used_at").isNull()).isTrue();
        assertThat(read(made)).isEqualTo(((ObjectNode) made.deepCopy()).without("key"));
        var client = Target.stranger().withKey(key);
        Tags.create(client);
        client.get("/stages").expect(200);
        client.post("/tiers", "{\"label\":\"Gold\"}").expectError(403, "access_denied");
        assertThat(admin.get(PATH).expect(200).body()).doesNotContain(key);
    }

    @Test
    void create_replayed_doesNotTellTheKey() {
        var client = admin.with("Idempotency-Key", "once");
        var body = "{\"label\":\"Sync\",\"scopes\":[\"read\"]}";
        var made = client.post(PATH, body).expect(201).json();

        var replayed = client.post(PATH, body).expect(201);

        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replayed.json()).isEqualTo(((ObjectNode) made.deepCopy()).without("key"));
    }

    @Test
    void revokedKey_opensNothing_andItsRecordStays() {
        var made = create("read");

        admin.delete(path(made)).expect(204);
        admin.delete(path(made)).expect(204);

        refused(made);
        assertThat(read(made).required("revoked_at").isNull()).isFalse();
        admin.post(path(made) + "/rotate", "{}").expectError(409, "conflict");
    }

    @Test
    void rotatedKey_worksBesideTheOldOneForAsLongAsIsSaid() {
        var made = create("read");

        var rotated = admin.post(path(made) + "/rotate", "{}").expect(200).json();

        assertThat(rotated.required("uuid")).isEqualTo(made.required("uuid"));
        assertThat(rotated.required("key")).isNotEqualTo(made.required("key"));
        Stream.of(made, rotated).forEach(key -> opened(key).get("/tags").expect(200));
    }

    @Test
    void rotate_withoutABody_isTheDefault() {
        var rotated =
                admin.send("POST", path(create("read")) + "/rotate").expect(200).json();

        opened(rotated).get("/tags").expect(200);
    }

    @Test
    void lastAdminKey_cannotRevokeItself() {
        var admins = admin.get(PATH).json().path("data").valueStream();
        var own = admins.filter(key -> key.path("scopes").path(0).asText().equals("admin"))
                .findFirst()
                .orElseThrow();

        assertThat(admin.delete(path(own)).expectError(409, "conflict").error()).contains("create another one first");
        create("admin");
        admin.delete(path(own)).expect(204);
    }

    @Test
    void rotatedKey_withoutOverlap_isTheOnlyOne() {
        var made = create("read");

        var rotated = admin.post(path(made) + "/rotate", "{\"overlap_hours\":0}")
                .expect(200)
                .json();

        refused(made);
        opened(rotated).get("/tags").expect(200);
        admin.delete(path(made)).expect(204);
    }

    @Test
    void revokedKey_isRevokedWithTheOneBeforeIt() {
        var made = create("read");
        var rotated = admin.post(path(made) + "/rotate", "{}").expect(200).json();

        admin.delete(path(made)).expect(204);

        refused(made);
        refused(rotated);
    }

    @Test
    void use_isNoted() {
        var made = create("read");
        opened(made).get("/tags").expect(200);

        // The authorizer does not wait for a slow table.
        var used = Stream.generate(() -> read(made))
                .limit(50)
                .map(key -> key.required("last_used_at"))
                .filter(time -> !time.isNull())
                .findFirst();

        assertThat(used).hasValueSatisfying(time -> assertThat(time.asText()).endsWith(":00.000Z"));
        assertThat(read(made).required("version").asInt()).isEqualTo(1);
    }

    @Test
    void label_isAllThatCanBeChanged() {
        var made = create("read");

        var changed =
                admin.patch(path(made), "{\"label\":\"Other\"}").expect(200).json();

        assertThat(changed.required("label").asText()).isEqualTo("Other");
        admin.patch(path(made), "{\"scopes\":[\"admin\"],\"expires_at\":\"2999-01-01T00:00:00.000Z\",\"prefix\":\"a\"}")
                .expectFaults("scopes", "expires_at", "prefix");
        opened(made).get("/tags").expect(200);
    }

    @Test
    void create_withFaults_saysAll() {
        admin.post(PATH, "{\"scopes\":[\"read\",\"reed\"],\"key\":\"mine\"}").expectFaults("label", "scopes[1]", "key");
        admin.post(PATH, "{\"label\":\"A\",\"scopes\":[\"read\",\"read\",\"api-keys:read\"]}")
                .expectFaults("scopes[1]", "scopes[2]");
        admin.post(PATH, "{\"label\":\"A\",\"scopes\":[]}").expectFaults("scopes");
        admin.post(PATH, "{\"label\":\"A\",\"scopes\":[\"read\"],\"expires_at\":\"2020-01-01T00:00:00.000Z\"}")
                .expectFaults("expires_at");
        admin.post(PATH, "{\"label\":\"A\",\"scopes\":[\"read\"],\"expires_at\":\"2999-02-30T00:00:00.000Z\"}")
                .expectFaults("expires_at");
        admin.post(PATH, "{\"label\":\"A\",\"scopes\":[\"read\"],\"expires_at\":5}")
                .expectFaults("expires_at");
        admin.post(path(create("read")) + "/rotate", "{\"overlap_hours\":169}").expectFaults("overlap_hours");
    }

    @Test
    void user_ofAKey_isAUserOfTheCompany() {
        var body = "{\"label\":\"A\",\"scopes\":[\"read\"],\"user_uuid\":\"%s\"}";
        var user = "{\"email\":\"ada@example.com\",\"role\":\"admin\"}";
        var ada = admin.post("/users", user).expect(201).json().required("uuid").asText();
        var other = Target.tenant()
                .api(Scope.ADMIN)
                .post("/users", user)
                .expect(201)
                .json();

        admin.post(PATH, body.formatted(other.required("uuid").asText())).expectFaults("user_uuid");
        var made = admin.post(PATH, body.formatted(ada)).expect(201).json();

        assertThat(opened(made)
                        .get("/me")
                        .json()
                        .path("api_key")
                        .required("user_uuid")
                        .asText())
                .isEqualTo(ada);
        admin.delete("/users/" + ada).expect(204);
        assertThat(read(made).required("user_uuid").asText()).isEqualTo(ada);
        admin.patch(path(made), "{\"user_uuid\":null}").expect(200);
    }

    @Test
    void keys_ofAnotherCompany_areNotThere() {
        var made = create("read");
        var other = Target.tenant().api(Scope.ADMIN);

        other.get(path(made)).expectError(404, "not_found");
        other.delete(path(made)).expectError(404, "not_found");
        other.post(path(made) + "/rotate", "{}").expectError(404, "not_found");
        assertThat(other.get(PATH).body()).doesNotContain(made.required("uuid").asText());
        opened(made).get("/tags").expect(200);
    }

    private JsonNode create(String... scopes) {
        var body = Tags.empty().put("label", "Sync");
        Stream.of(scopes).forEach(body.withArray("scopes")::add);
        return admin.post(PATH, body).expect(201).json();
    }

    private JsonNode read(JsonNode made) {
        return admin.get(path(made)).expect(200).json();
    }

    private static Api opened(JsonNode made) {
        return Target.stranger().withKey(made.required("key").asText());
    }

    private static void refused(JsonNode made) {
        opened(made).get("/tags").expectError(401, "invalid_api_key");
    }

    private static String path(JsonNode made) {
        return PATH + "/" + made.required("uuid").asText();
    }
}
