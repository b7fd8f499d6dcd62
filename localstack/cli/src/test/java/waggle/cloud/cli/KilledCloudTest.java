package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waggle.model.json.Json;

/** Confirmed writes are on the disk at any time the process is killed. */
class KilledCloudTest {
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_THE_KILL = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void kill_duringWrites_losesNoConfirmedWrite() throws Exception {
        var confirmed = new ConcurrentHashMap<String, String>();
        var killed = start();
        var enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
        var writers = Stream.generate(() -> Thread.startVirtualThread(() -> writeUntilDead(killed, confirmed, enough)))
                .limit(WRITERS)
                .toList();
        enough.await();
        killed.close();
        for (var writer : writers) {
            writer.join();
        }

        try (var up = start()) {
            for (var tag : confirmed.entrySet()) {
                var reply = send(up, request(up, tag.getKey()));
                assertThat(reply.body()).isEqualTo(tag.getValue());
            }
            var list = Json.mapper().readTree(send(up, request(up, "/v1/tags")).body());
            assertThat(list.path("meta").path("record-count").asInt())
                    .isBetween(confirmed.size(), confirmed.size() + WRITERS);
        }
    }

    private RunningWaggle start() throws IOException {
        return RunningWaggle.start(RunningWaggle.CLASS_PATH, folder);
    }

    private void writeUntilDead(RunningWaggle up, Map<String, String> confirmed, CountDownLatch enough) {
        try {
            while (true) {
                var reply = send(
                        up,
                        request(up, "/v1/tags")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"label\":\"" + UUID.randomUUID() + "\",\"association\":\"deal\"}")));
                if (reply.statusCode() == 201) {
                    confirmed.put(reply.headers().firstValue("Location").orElseThrow(), reply.body());
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // Expected: the process was killed.
        }
    }

    /** @param path the whole path, like {@code Location} */
    private static HttpRequest.Builder request(RunningWaggle up, String path) {
        return HttpRequest.newBuilder(URI.create(up.baseUrl()).resolve(path));
    }

    private HttpResponse<String> send(RunningWaggle up, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.header("Authorization", "Bearer " + up.key()).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
