package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waggle.model.json.Json;

/** What was answered is kept, whenever the process is killed. */
class KilledCloudTest {
    private static final int WRITERS = 4;
    private static final int ANSWERS_BEFORE_THE_END = 40;
    private static final Pattern BASE_URL = Pattern.compile("Base URL +(\\S+)");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void kill_inTheMiddleOfWrites_losesNothingThatWasAnswered() throws Exception {
        var answered = new ConcurrentHashMap<String, String>();
        for (var round = 1; round <= 2; round++) {
            var up = start();
            var enough = new CountDownLatch(ANSWERS_BEFORE_THE_END);
            var writers = Stream.generate(
                            () -> Thread.startVirtualThread(() -> writeUntilDead(up.url, answered, enough)))
                    .limit(WRITERS)
                    .toList();
            enough.await();
            up.process.destroyForcibly().waitFor();
            for (var writer : writers) {
                writer.join();
            }
        }

        var up = start();
        try {
            for (var tag : answered.entrySet()) {
                var reply = send(HttpRequest.newBuilder(URI.create(up.url + tag.getKey())));
                assertThat(reply.body()).isEqualTo(tag.getValue());
            }
            var list = Json.mapper()
                    .readTree(send(HttpRequest.newBuilder(URI.create(up.url + "/v1/tags")))
                            .body());
            assertThat(list.path("meta").path("record-count").asInt())
                    .isBetween(answered.size(), answered.size() + 2 * WRITERS);
        } finally {
            up.process.destroyForcibly().waitFor();
        }
    }

    private record Running(Process process, String url) {}

    private Running start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waggle.class.getName(),
                        "up",
                        "--port=0",
                        "--rate=1000000",
                        "--data=" + folder,
                        "--key-file=" + keyFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var url = BASE_URL.matcher(line);
            if (url.find()) {
                return new Running(process, url.group(1).replace("/v1", ""));
            }
        }
        throw new AssertionError("waggle up ended before it was ready");
    }

    private void writeUntilDead(String url, Map<String, String> answered, CountDownLatch enough) {
        try {
            while (true) {
                var reply = send(HttpRequest.newBuilder(URI.create(url + "/v1/tags"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"label\":\"" + UUID.randomUUID() + "\",\"association\":\"deal\"}")));
                if (reply.statusCode() == 201) {
                    answered.put(reply.headers().firstValue("Location").orElseThrow(), reply.body());
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // The process was killed, as it should be.
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            var key = Files.readString(keyFile()).strip();
            return client.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path keyFile() {
        return folder.resolve("key");
    }
}
