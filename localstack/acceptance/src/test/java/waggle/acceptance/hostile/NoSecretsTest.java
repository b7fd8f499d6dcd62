package waggle.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.Receiver;
import waggle.acceptance.cloud.StreamReading;
import waggle.acceptance.cloud.Traces;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;

/**
 * API keys and webhook secrets are returned once ({@code docs/api.md}, "Account"). Afterwards nothing that is stored,
 * logged or sent contains them, neither the table nor its stream nor the queues. Deliveries are signed with secrets that are
 * stored encrypted. Queue messages contain identifiers only, as in {@code events/queue-message.json}.
 */
final class NoSecretsTest {
    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);
    private final List<String> keys = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<Receiver.Got> sent = new ArrayList<>();

    private final Queue<String> queued = new ConcurrentLinkedQueue<>();

    /** The table while the endpoint still exists. */
    private String written = "";

    private String endpointUuid = "";

    @Test
    void keys_areInNothingThatIsStoredOrLogged() {
        var changes = StreamReading.start();
        Consumer<String> watcher = queued::add;
        var dispatcher = LocalCloud.cloud().dispatcher();
        dispatcher.watch(watcher);
        var logged = Traces.logged(this::run);
        dispatcher.stop(watcher);

        assertThat(keys).hasSize(3);
        var streamed = changes.read();
        assertThat(streamed).contains("WEBHOOKSECRET");
        var stored = written + Traces.stored() + streamed;
        assertThat(stored).contains(tenant.company().toString(), "IDEMPOTENCY", "WEBHOOKSECRET");
        var messages = String.join("", queued);
        assertThat(messages).contains(endpointUuid);
        for (var key : keys) {
            var random = key.substring("wgl_test_".length(), key.length() - 4);
            assertThat(stored.contains(random)).as("stored").isFalse();
            assertThat(messages.contains(random)).as("queued").isFalse();
            assertThat(logged.contains(random)).as("logged").isFalse();
            assertThat(sent.toString().contains(random)).as("sent").isFalse();
        }
        assertThat(secrets).hasSize(2);
        for (var secret : secrets) {
            assertThat(stored.contains(secret.substring("whsec_".length())))
                    .as("stored")
                    .isFalse();
            assertThat(messages.contains(secret.substring("whsec_".length())))
                    .as("queued")
                    .isFalse();
            assertThat(logged.contains(secret)).as("logged").isFalse();
            assertThat(sent.toString().contains(secret)).as("sent").isFalse();
        }
    }

    private void run() {
        try (var receiver = Receiver.open()) {
            var endpoint = admin.with("Idempotency-Key", "thrice")
                    .post(
                            "/webhook-endpoints",
                            "{\"url\":\"%s\",\"event_types\":[\"tag.*\"]}".formatted(receiver.url()))
                    .expect(201)
                    .json();
            endpointUuid = endpoint.required("uuid").asText();
            var path = "/webhook-endpoints/" + endpointUuid;
            var rotated = admin.with("Idempotency-Key", "again")
                    .send("POST", path + "/rotate-secret")
                    .expect(200);
            Stream.of(endpoint, rotated.json())
                    .forEach(told -> secrets.add(told.required("secret").asText()));
            writeWithKeys();
            sent.add(receiver.next());
            written = Traces.stored();
            admin.delete(path).expect(204);
        }
    }

    private void writeWithKeys() {
        var made = admin.with("Idempotency-Key", "once")
                .post("/api-keys", "{\"label\":\"Sync\",\"scopes\":[\"read\",\"write\"]}")
                .expect(201)
                .json();
        keys.add(made.required("key").asText());
        var path = "/api-keys/" + made.required("uuid").asText();
        var rotated = admin.with("Idempotency-Key", "twice")
                .post(path + "/rotate", "{}")
                .expect(200);
        keys.add(rotated.json().required("key").asText());
        keys.add(tenant.key().reveal());
        for (var key : keys) {
            var client = Target.stranger().withKey(key);
            Tags.create(client);
            client.post("/tags", "{").expect(400);
            Target.stranger().withKey(key + "0").get("/tags").expect(401);
            client.with("Authorization", "Bearer " + key).get("/tags").expect(401);
        }
        admin.delete(path).expect(204);
    }
}
