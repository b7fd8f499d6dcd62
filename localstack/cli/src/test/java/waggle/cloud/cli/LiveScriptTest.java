package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waggle.model.json.Json;

/**
 * The script {@code /live.js} in Node, which has a WebSocket from version 22 on. {@code -Dwaggle.node} is the path of its
 * program.
 */
final class LiveScriptTest {
    private static final String NODE = System.getProperty("waggle.node", "node");
    private static final int WEB_SOCKET = 22;

    private static final String PROGRAM = """
            import { Live } from "./live.mjs";
            const live = new Live({ base: process.argv[2], key: process.argv[3], onError: (error) => console.log(error.message) });
            const end = live.subscribe({
              types: ["tag.*"],
              full: true,
              onSubscribed: () => console.log("subscribed"),
              onEvent: (event) => {
                console.log(event.type + " " + event.record.version + " " + event.object.label);
                if (event.type === "tag.deleted") {
                  end();
                  live.close();
                }
              },
            });
            """;

    @Test
    void script_hearsWhatChanges(@TempDir Path folder) throws Exception {
        assumeTrue(version() >= WEB_SOCKET, "Skipped: there is no Node 22 or later; -Dwaggle.node names its program");
        SampleFiles.copy(folder, "tag.created");
        try (var up = RunningWaggle.start(RunningWaggle.CLASS_PATH, folder)) {
            Files.writeString(folder.resolve("live.mjs"), get(up.baseUrl().replaceFirst("/v1$", "/live.js")));
            Files.writeString(folder.resolve("program.mjs"), PROGRAM);
            var node = new ProcessBuilder(NODE, "program.mjs", up.baseUrl(), up.key())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var lines = node.inputReader()) {
                assertThat(line(lines)).isEqualTo("subscribed");
                var tag = send(up, "POST", "/tags", "{\"label\":\"Gold\",\"association\":\"deal\"}");
                var path =
                        "/tags/" + Json.mapper().readTree(tag).required("uuid").asText();
                send(up, "PATCH", path, "{\"label\":\"Silver\"}");
                send(up, "DELETE", path, "");

                assertThat(line(lines)).isEqualTo("tag.created 1 Gold");
                assertThat(line(lines)).isEqualTo("tag.updated 2 Silver");
                assertThat(line(lines)).isEqualTo("tag.deleted 2 Silver");
                assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                node.destroyForcibly();
            }
        }
    }

    private static String line(BufferedReader lines) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return String.valueOf(lines.readLine());
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .get(60, TimeUnit.SECONDS);
    }

    private static int version() throws InterruptedException {
        try {
            var node = new ProcessBuilder(NODE, "--version").start();
            try (var lines = node.inputReader()) {
                var version = String.valueOf(lines.readLine());
                node.waitFor();
                return version.matches("v\\d+\\..*") ? Integer.parseInt(version.substring(1, version.indexOf('.'))) : 0;
            }
        } catch (IOException noNode) {
            return 0;
        }
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String send(RunningWaggle up, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(up.baseUrl() + path))
                .header("Authorization", "Bearer " + up.key())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isIn(200, 201, 204);
        return reply.body();
    }
}
