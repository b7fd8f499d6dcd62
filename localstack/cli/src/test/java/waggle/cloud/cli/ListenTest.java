package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import waggle.model.json.Json;

/** {@code waggle listen} and {@code waggle trigger} as processes, with one running {@code waggle up}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListenTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final RunningWaggle up;

    ListenTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        SampleFiles.copy(folder, "tag.created", "stage.updated", "user.deleted");
        up = RunningWaggle.start(RunningWaggle.CLASS_PATH, folder, "--local-webhooks");
    }

    @AfterAll
    void end() {
        up.close();
    }

    @Test
    void event_isForwarded_likeAWebhook() throws Exception {
        try (var receiver = Receiver.open();
                var hooked = Receiver.open();
                var listening = listen("--events=tag.created", "--forward-to=" + receiver.url())) {
            var secret = listening.find("^Signing secret: (whsec_\\S+)$");
            awaitTitle(listening);
            var endpoint = endpoint(hooked);

            var tag = tag();

            var forwarded = receiver.next();
            var delivered = hooked.next();
            forwarded.verify(secret);
            assertThat(forwarded.body()).isEqualTo(delivered.body()).contains(tag);
            assertThat(forwarded.headers().map().keySet())
                    .isEqualTo(delivered.headers().map().keySet());
            var event = forwarded.header("webhook-id");
            assertThat(event).isEqualTo(delivered.header("webhook-id"));
            assertThat(listening.line())
                    .matches("[-0-9T:.]{23}Z  tag\\.created +" + tag + "  " + event + "  204 in \\d+ ms");
            send("DELETE", endpoint, "", 204);
        }
    }

    @Test
    void triggeredSample_isDeliveredLikeAnyEvent() throws Exception {
        try (var hooked = Receiver.open();
                var listening = listen()) {
            awaitTitle(listening);
            var endpoint = endpoint(hooked);

            var triggered = run(Map.of(), "trigger", "tag.created", "--port=" + up.port());

            assertThat(triggered.err()).isEqualTo("A sample event tag.created was sent. Its uuid:\n");
            var uuid = triggered.out().strip();
            assertThat(UUID.fromString(uuid).version()).isEqualTo(7);
            var delivered = hooked.next();
            var sample = Json.mapper()
                    .readTree(SampleFiles.ALL.resolve("tag.created.json").toFile());
            assertThat(delivered.header("webhook-id")).isEqualTo(uuid);
            assertThat(Json.mapper().readTree(delivered.body()).path("data")).isEqualTo(sample.path("data"));
            assertThat(get("/events/" + uuid).path("request_id").asText()).isEqualTo("sample");
            assertThat(listening.find("tag\\.created .*")).endsWith("  " + uuid);
            send("DELETE", endpoint, "", 204);
        }
    }

    @Test
    void patterns_selectPrintedEvents() throws Exception {
        try (var listening = listen("--events=stage.created, user.*", "--poll")) {
            awaitTitle(listening);

            run(Map.of(), "trigger", "stage.updated", "--port=" + up.port());
            run(Map.of(), "trigger", "user.deleted", "--port=" + up.port());

            assertThat(listening.line()).contains("  user.deleted  ");
        }
    }

    @Test
    void receiver_failure_isPrintedAndNotRetried() throws Exception {
        try (var receiver = Receiver.open(500, 302);
                var listening = listen("--events=tag.*", "--forward-to=" + receiver.url())) {
            awaitTitle(listening);
            tag();
            assertThat(listening.line()).matches(".*  500 in \\d+ ms");
            tag();
            assertThat(listening.line()).matches(".*  302, redirects are not followed in \\d+ ms");

            receiver.stop();
            tag();

            assertThat(listening.line()).matches(".*  cannot connect in \\d+ ms");
            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    void key_selectsTheCompany() throws Exception {
        var other = run(Map.of(), "keys", "create", "--company=Acme", "--port=" + up.port());
        var key = Map.of("WAGGLE_API_KEY", other.out().strip());
        try (var listening = RunningCommand.start(folder, key, "listen", "--url=" + up.baseUrl() + "/")) {
            awaitTitle(listening);
            tag();

            var triggered = run(key, "trigger", "stage.updated", "--port=" + up.port());

            assertThat(listening.line()).endsWith("  " + triggered.out().strip());
        }
    }

    @Test
    void interrupt_stopsWithoutOutput() throws Exception {
        try (var listening = listen()) {
            awaitTitle(listening);

            assertThat(listening.stop()).isEmpty();
        }
    }

    @Test
    void unknownKey_isReported() throws Exception {
        var unknown = Map.of("WAGGLE_API_KEY", "wgl_test_SampleKeyThatOpensNothingAtAll0038R1ug");

        var listened = WaggleCommand.run(folder, unknown, "listen", "--port=" + up.port());
        var triggered = WaggleCommand.run(folder, unknown, "trigger", "tag.created", "--port=" + up.port());

        listened.expectFailure(up.baseUrl() + " returned 401: Invalid API key");
        triggered.expectFailure("No event was sent: the API key is not valid in this environment");
    }

    private RunningCommand listen(String... options) throws IOException {
        var all = Stream.concat(Stream.of("listen", "--port=" + up.port()), Stream.of(options));
        return RunningCommand.start(folder, Map.of(), all.toArray(String[]::new));
    }

    private static void awaitTitle(RunningCommand listening) throws Exception {
        listening.find("^time +type +record +event");
    }

    private WaggleCommand run(Map<String, String> environment, String... arguments) throws Exception {
        var command = WaggleCommand.run(folder, environment, arguments);
        assertThat(command.status()).as(command.err()).isZero();
        return command;
    }

    private String endpoint(Receiver receiver) throws Exception {
        var wanted = Json.mapper().createObjectNode().put("url", receiver.url());
        wanted.putArray("event_types").add("tag.created");
        return "/webhook-endpoints/"
                + send("POST", "/webhook-endpoints", wanted.toString(), 201)
                        .path("uuid")
                        .asText();
    }

    private String tag() throws Exception {
        var wanted = Json.mapper().createObjectNode().put("association", "partner");
        return send(
                        "POST",
                        "/tags",
                        wanted.put("label", UUID.randomUUID().toString()).toString(),
                        201)
                .path("uuid")
                .asText();
    }

    private JsonNode get(String path) throws Exception {
        return send("GET", path, "", 200);
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(up.baseUrl() + path))
                .header("Authorization", "Bearer " + up.key())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var reply = http.send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        return Json.mapper().readTree(reply.body());
    }
}
