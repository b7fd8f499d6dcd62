package waggle.bench.contention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import waggle.model.Uuids;
import waggle.model.json.Json;

/** Writes of one company: new partners, and changes of different partners. */
final class PartnerWrites {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String key;
    private final List<String> partners = new ArrayList<>();

    PartnerWrites(CloudProcess cloud) {
        this.base = cloud.baseUrl();
        this.key = cloud.key();
    }

    /** Creates the partners that are changed later. */
    void prepare(int count) throws IOException {
        for (var number = 0; number < count; number++) {
            var reply = send("POST", "/partners", newPartner());
            partners.add(Json.mapper().readTree(reply.body()).required("uuid").asText());
        }
    }

    /** Creates a partner and returns the status of the reply. */
    int create() {
        return send("POST", "/partners", newPartner()).statusCode();
    }

    /** Changes one of the prepared partners and returns the status of the reply. */
    int change(int number) {
        var partner = partners.get(number % partners.size());
        return send("PATCH", "/partners/" + partner, "{\"description\":\"" + Uuids.next() + "\"}")
                .statusCode();
    }

    private static String newPartner() {
        return "{\"name\":\"Partner " + Uuids.next() + "\",\"partner_type\":\"reseller\"}";
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
