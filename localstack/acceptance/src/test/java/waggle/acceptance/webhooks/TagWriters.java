package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.samples.Tags;
import waggle.model.Patience;

/** Concurrent clients that create and change tags, and sometimes send requests that must be refused. */
final class TagWriters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 4;
    private static final int TAGS = 40;
    private static final int WRITES_BESIDE_A_REFUSED_ONE = 6;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String key;
    private final List<String> tags = new CopyOnWriteArrayList<>();
    private final Map<Change, JsonNode> answered = new ConcurrentHashMap<>();

    TagWriters(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Writes this many times and returns the replies by change. */
    Map<Change, JsonNode> write(int writes) {
        AtOnce.times(AT_ONCE, first -> {
            for (var number = first; number < writes; number += AT_ONCE) {
                write(number, number < TAGS);
            }
            return first;
        });
        assertThat(answered).hasSize(writes);
        return answered;
    }

    /** The number of events in the API, by type. */
    int events(String types) {
        return expect(200, request("/events?type=" + types))
                .at("/meta/record-count")
                .asInt();
    }

    JsonNode endpoint(String url, String type) {
        var body = Tags.empty().put("url", url);
        body.putArray("event_types").add(type);
        return expect(201, post("/webhook-endpoints", body));
    }

    private void write(int number, boolean isNew) {
        if (isNew) {
            var made = expect(201, post(Tags.PATH, Tags.minimal("Tag " + number)));
            answered.put(Change.of(made), made);
            tags.add(Tags.path(made));
        } else {
            var changed = expect(200, patch(color("#%06x".formatted(number))));
            answered.put(Change.of(changed), changed);
        }
        if (number % WRITES_BESIDE_A_REFUSED_ONE == 0) {
            writeInVain(number / WRITES_BESIDE_A_REFUSED_ONE % 3);
        }
    }

    private void writeInVain(int way) {
        switch (way) {
            case 0 -> expect(412, patch(color("#FFFFFE")).header("If-Match", "\"0\""));
            case 1 -> expect(400, patch(color("red")));
            default -> expect(409, post(Tags.PATH, Tags.minimal("Tag 0")));
        }
    }

    private static JsonNode color(String value) {
        return Tags.empty().put("text_color", value);
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return request(path).POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder patch(JsonNode body) {
        var tag = tags.get(ThreadLocalRandom.current().nextInt(tags.size()));
        return request(tag).method("PATCH", BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Patience.LONGEST)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private JsonNode expect(int status, HttpRequest.Builder request) {
        try {
            var reply = client.send(request.build(), BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
