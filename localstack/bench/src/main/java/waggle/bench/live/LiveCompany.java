package waggle.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import waggle.cloud.Cloud;
import waggle.model.Uuids;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.live.LiveLimits;

/** A company with many API keys, each with as many connections as it may have, that writes through the gateway. */
final class LiveCompany {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Cloud cloud;
    private final KeySecret key;
    private final UUID company;

    LiveCompany(Cloud cloud) {
        this.cloud = cloud;
        key = cloud.open(new Company("Live"), KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.ADMIN));
        company = cloud.keys().find(key).orElseThrow().company();
    }

    /** Opens connections that hear the changes of tags. */
    Clients connect(int connections) {
        var keys = new ArrayList<KeySecret>();
        for (var i = 0; i < connections; i += LiveLimits.CONNECTIONS) {
            keys.add(cloud.issue(company, KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.READ)));
        }
        var clients = Clients.start();
        IntStream.range(0, connections)
                .mapToObj(i -> keys.get(i / LiveLimits.CONNECTIONS))
                .forEach(key -> clients.open(address(key)));
        return clients;
    }

    /** The address of one connection, with its ticket. */
    URI address(KeySecret of) {
        try {
            var ticket = Json.mapper().readTree(send(of, "/live/tickets", "", 200));
            return URI.create(ticket.required("url").asText() + "?ticket="
                    + ticket.required("ticket").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeySecret reader() {
        return cloud.issue(company, KeySecret.Mode.TEST, Scopes.of(Scopes.Scope.READ));
    }

    /** Creates a tag and returns its uuid. */
    String tag() {
        try {
            var tag =
                    send(key, "/tags", "{\"label\":\"Gold %s\",\"association\":\"deal\"}".formatted(Uuids.next()), 201);
            return Json.mapper().readTree(tag).required("uuid").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(KeySecret of, String path, String body, int expected) {
        var request = HttpRequest.newBuilder(URI.create(cloud.baseUrl() + path))
                .header("Authorization", "Bearer " + of.reveal())
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != expected) {
                throw new IllegalStateException(path + " answered " + reply.statusCode() + " " + reply.body());
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
