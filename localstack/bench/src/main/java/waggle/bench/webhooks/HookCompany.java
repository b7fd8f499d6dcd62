package waggle.bench.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import waggle.cloud.Cloud;
import waggle.model.Uuids;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;

/** A company with webhook endpoints that writes through the gateway. */
final class HookCompany {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String key;

    HookCompany(Cloud cloud) {
        base = cloud.baseUrl();
        key = cloud.open(new Company("Bench"), KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.ADMIN))
                .reveal();
    }

    /** Creates an endpoint and returns its uuid. */
    String endpoint(String url) {
        return post("/webhook-endpoints", "{\"url\":\"%s\",\"event_types\":[\"tag.created\"]}".formatted(url));
    }

    /** Creates a tag and returns its uuid and the time of the reply. */
    Written tag() {
        var uuid = post("/tags", "{\"label\":\"Gold %s\",\"association\":\"deal\"}".formatted(Uuids.next()));
        return new Written(uuid, System.nanoTime());
    }

    /** @param at by {@link System#nanoTime} */
    record Written(String tag, long at) {}

    void remove(String endpoint) {
        send(request("/webhook-endpoints/" + endpoint).DELETE(), 204);
    }

    private String post(String path, String body) {
        var reply =
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), 201);
        try {
            return Json.mapper().readTree(reply).required("uuid").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
    }

    private String send(HttpRequest.Builder builder, int expected) {
        var request = builder.build();
        try {
            var reply = client.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != expected) {
                throw new IllegalStateException(request.uri() + " answered " + reply.statusCode() + " " + reply.body());
            }
            return reply.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
