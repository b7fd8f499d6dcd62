package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.StreamReading;
import waggle.acceptance.samples.Partners;
import waggle.cloud.CrmFakes;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.HookSender;
import waggle.cloud.crm.hubspot.HubSpotHooks;
import waggle.cloud.crm.pipedrive.PipedriveHooks;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/** The calls with which CRMs tell what changed ({@code docs/crm.md}, "Hooks"). */
final class CrmHooksTest {
    private static final String APP_SECRET = "app-secret-1";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String JUNK =
            "[7,null,{},[],{\"subscriptionType\":{}},{\"subscriptionType\":\"company.creation\",\"portalId\":4711,"
                    + "\"objectId\":\"../1\"},{\"meta\":{\"entity\":\"organization\",\"entity_id\":[1e400]}}]";

    private final Api admin = Target.tenant().api(Scope.ADMIN);

    @Test
    void callOfHubSpot_bringsTheChange_howeverOftenAndInWhateverOrder() {
        var changes = StreamReading.start();
        var created =
                connect(Provider.HUBSPOT, "{\"token\":\"pat-local-1\",\"client_secret\":\"%s\"}".formatted(APP_SECRET));
        var sync = started(created);
        var fake = LocalCloud.crms().of(Provider.HUBSPOT);
        var hooks = new HubSpotHooks(address(created), APP_SECRET, 4_711, CLOCK);
        var first = add(fake, "companies", Map.of("name", "Hooked", "domain", "hooked.example"));
        var creation = hooks.body("company.creation", List.of(first));
        assertThat(hooks.send(creation)).isEqualTo(204);
        var partner = partner(sync, first);

        var writes = fake.writes();
        fake.account().edit("companies", first, Map.of("name", "Hooked twice"));
        var change = hooks.body("company.propertyChange", List.of(first));
        for (var body : List.of(change, creation, change, creation)) {
            assertThat(hooks.send(body)).isEqualTo(204);
        }
        sync.await(partner, found -> found.path("name").asText().equals("Hooked twice"));
        // A dropped call: the poll finds the change.
        fake.account().edit("companies", first, Map.of("phone", "+49 30 7"));
        sync.run("{'resource':'partner'}");
        assertThat(admin.get(partner).json().path("phone_number").asText()).isEqualTo("+49 30 7");
        assertThat(fake.writes()).isEqualTo(writes);
        assertThat(Lists.count(admin, "/crm-links?remote_id=" + first)).isEqualTo(1);

        refusals(hooks, created, creation);
        var rotated =
                admin.send("POST", sync.path() + "/rotate-hook").expect(200).json();
        assertThat(rotated.path("hook_rotated_at").asText()).isNotEmpty();
        assertThat(hooks.send(creation)).isEqualTo(404);
        assertThat(new HubSpotHooks(address(rotated), APP_SECRET, 4_711, CLOCK).send(creation))
                .isEqualTo(204);
        sync.pause();
        assertThat(new HubSpotHooks(address(rotated), APP_SECRET, 4_711, CLOCK).send(creation))
                .isEqualTo(204);
        expectSecret(changes, created, rotated);
    }

    /** Each refusal is told, and none is a failure of Waggle. */
    private static void refusals(HubSpotHooks hooks, JsonNode created, String body) {
        var address = hooks.address();
        var late = Clock.offset(CLOCK, Duration.ofMinutes(-6));
        var early = Clock.offset(CLOCK, Duration.ofMinutes(6));
        assertThat(new HubSpotHooks(address, "another-secret", 4_711, CLOCK).send(body))
                .isEqualTo(403);
        assertThat(new HubSpotHooks(address, APP_SECRET, 4_711, late).send(body))
                .isEqualTo(403);
        assertThat(new HubSpotHooks(address, APP_SECRET, 4_711, early).send(body))
                .isEqualTo(403);
        assertThat(HookSender.post(address, body, Map.of())).isEqualTo(403);
        var foreign = new HubSpotHooks(address, APP_SECRET, 4_712, CLOCK);
        assertThat(foreign.send(foreign.body("company.creation", List.of("1")))).isEqualTo(403);
        assertThat(hooks.send("{")).isEqualTo(400);
        assertThat(hooks.send("[1e999999999]")).isBetween(200, 499);
        assertThat(hooks.send("[".repeat(5_000))).isEqualTo(400);
        assertThat(hooks.send("")).isBetween(200, 400);
        assertThat(hooks.send(JUNK)).isEqualTo(204);
        assertThat(hooks.send("[" + " ".repeat(300_000) + "]")).isEqualTo(413);
        var text = address.toString();
        var wrong = text.substring(0, text.length() - 1) + (text.endsWith("A") ? "B" : "A");
        var uuid = Partners.uuid(created);
        for (var other : List.of(
                wrong,
                text + "/x",
                text.replace(uuid, "01900000-0000-7000-8000-000000000000"),
                text.replace(uuid, "x"),
                text.replaceFirst("[^/]+$", "x"),
                text.replaceFirst("[^/]+$", "-".repeat(64)))) {
            assertThat(HookSender.post(URI.create(other), body, Map.of()))
                    .as(other)
                    .isEqualTo(404);
        }
    }

    /** The secret is in the replies that show it, and nowhere else. */
    private void expectSecret(StreamReading changes, JsonNode created, JsonNode rotated) {
        var stored = changes.read();
        assertThat(stored).contains("CRMHOOK", Partners.uuid(created));
        for (var shown : List.of(created, rotated)) {
            var secret = shown.at("/hook/url").asText().replaceFirst(".*/", "");
            assertThat(secret).hasSize(64);
            assertThat(stored).doesNotContain(secret);
            for (var path : List.of(
                    "/crm-connections", "/crm-connections/" + Partners.uuid(created), "/audit-log", "/events")) {
                assertThat(admin.get(path).expect(200).body()).doesNotContain(secret, "\"hook\"", APP_SECRET);
            }
        }
    }

    @Test
    void callOfPipedrive_needsTheLoginOfTheHook() {
        var created = connect(Provider.PIPEDRIVE, CrmFakes.credentials(Provider.PIPEDRIVE));
        var login = created.at("/hook/user").asText() + ":"
                + created.at("/hook/password").asText();
        var sync = started(created);
        var fake = LocalCloud.crms().of(Provider.PIPEDRIVE);
        var account = Long.parseLong(
                admin.get(sync.path()).json().at("/remote_account/id").asText());
        var hooks = new PipedriveHooks(address(created), login, account, CLOCK);
        var id = add(fake, "organizations", Map.of("name", "Hooked by Pipedrive"));
        var body = hooks.body("organization", "create", id);
        assertThat(new PipedriveHooks(address(created), "waggle:guess", account, CLOCK).send(body))
                .isEqualTo(403);
        assertThat(HookSender.post(address(created), body, Map.of("Authorization", "Basic %%%")))
                .isEqualTo(403);
        var foreign = new PipedriveHooks(address(created), login, account + 1, CLOCK);
        assertThat(foreign.send(foreign.body("organization", "create", id))).isEqualTo(403);
        assertThat(hooks.send(JUNK)).isEqualTo(204);
        assertThat(Lists.count(admin, "/crm-links?remote_id=" + id)).isZero();

        assertThat(hooks.send(body)).isEqualTo(204);
        assertThat(hooks.send(body)).isEqualTo(204);
        partner(sync, id);
        sync.pause();
    }

    @Test
    void salesforce_hasNoHook() {
        var created = connect(Provider.SALESFORCE, CrmFakes.credentials(Provider.SALESFORCE));
        assertThat(created.has("hook")).isFalse();
        admin.send("POST", "/crm-connections/" + Partners.uuid(created) + "/rotate-hook")
                .expectError(409, "conflict");
    }

    /** The second reply to the same key shows no secret. */
    private JsonNode connect(Provider provider, String credentials) {
        var body =
                "{\"provider\":\"%s\",\"label\":\"Ours\",\"credentials\":%s}".formatted(provider.system(), credentials);
        var once = admin.with("Idempotency-Key", "hook of " + provider);
        var created = once.post("/crm-connections", body).expect(201).json();
        assertThat(once.post("/crm-connections", body).expect(201).json().has("hook"))
                .isFalse();
        return created;
    }

    /** Calls before the first run name nothing that is synchronised. */
    private CrmSync started(JsonNode created) {
        var uuid = Partners.uuid(created);
        var sync = new CrmSync(admin, "/crm-connections/" + uuid, uuid);
        sync.run("{'resource':'partner'}");
        return sync;
    }

    private static String add(FakeCrm fake, String object, Map<String, String> values) {
        return fake.account().add(object, values);
    }

    private static URI address(JsonNode connection) {
        return URI.create(connection.at("/hook/url").asText());
    }

    private String partner(CrmSync sync, String remote) {
        return "/partners/"
                + sync.link("remote_id=" + remote).path("record_uuid").asText();
    }
}
