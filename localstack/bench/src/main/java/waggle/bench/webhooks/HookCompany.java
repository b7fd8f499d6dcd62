package waggle.bench.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.cloud.Cloud;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.tags.Tag;
import waggle.platform.aws.Clients;

/** A company with webhook endpoints that writes through the gateway. */
final class HookCompany {
    private static final int WRITERS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Cloud cloud;
    private final KeySecret key;

    HookCompany(Cloud cloud) {
        this.cloud = cloud;
        key = cloud.open(new Company("Bench"), KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.ADMIN));
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

    /** Creates tags without the gateway and returns their uuids. */
    Set<String> past(int tags) {
        var grant = cloud.keys().find(key).orElseThrow();
        var actor = Actor.ofKey(grant.company(), grant.uuid(), grant.label(), "bench");
        try (var client = Clients.dynamoDb(cloud.settings(), BenchCloud.credentials());
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writes = Catalogue.writes(client, cloud.settings().table(), Clock.systemUTC());
            return Stream.generate(
                            () -> new Tag("Gold " + Uuids.next(), Tag.Association.DEAL, "#FFD700", "#000000", null))
                    .limit(tags)
                    .map(tag -> threads.submit(() -> writes.run(actor, write -> write.create(Tag.RESOURCE, tag))
                            .uuid()))
                    .toList()
                    .stream()
                    .map(HookCompany::created)
                    .collect(Collectors.toSet());
        }
    }

    private static String created(Future<UUID> tag) {
        try {
            return tag.get().toString();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Requests that all events since a time are delivered to an endpoint again. */
    void replay(String endpoint, Instant since) {
        var body = "{\"since\":\"%s\"}".formatted(since);
        send(
                request("/webhook-endpoints/" + endpoint + "/replay")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                200);
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
        return HttpRequest.newBuilder(URI.create(cloud.baseUrl() + path))
                .header("Authorization", "Bearer " + key.reveal());
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
