package waggle.cloud.listen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import waggle.cloud.CommandFailure;
import waggle.cloud.client.ApiClient;
import waggle.cloud.client.ApiReply;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.records.Entity;

/** Reads the list of events of a Waggle API, local or deployed. */
public final class EventsApi {
    private static final int PAGE_SIZE = 50;
    private static final int OK = 200;

    private final URI baseUrl;
    private final ApiClient client;

    public EventsApi(URI baseUrl, KeySecret key, ApiClient.Pause pause) {
        this.baseUrl = baseUrl;
        this.client = new ApiClient(baseUrl, key, pause);
    }

    /**
     * Returns one page of the events created after a time. Waits while the rate limit of the key is exceeded.
     *
     * @throws IOException if the API cannot be reached or returns a status 5xx, so that a retry may succeed
     * @throws CommandFailure if a retry cannot succeed
     */
    public EventsPage events(Instant after, int page) throws IOException, InterruptedException {
        var reply = client.get(
                "/%s?created_after=%s&page=%d&pageSize=%d".formatted(Event.PATH, Json.time(after), page, PAGE_SIZE));
        if (reply.status() != OK) {
            throw client.failure(reply);
        }
        return page(reply);
    }

    private EventsPage page(ApiReply reply) {
        var total = reply.body().at("/meta/record-count");
        if (!total.isIntegralNumber()) {
            throw new CommandFailure(baseUrl + " is not the base URL of a Waggle API");
        }
        var events =
                reply.body().path("data").valueStream().map(EventsApi::event).toList();
        return new EventsPage(events, total.longValue(), reply.at());
    }

    private static Entity<Event> event(JsonNode json) {
        var created = Json.read(json.required("created_at"), Instant.class);
        return new Entity<>(
                UUID.fromString(json.required("uuid").textValue()), Json.read(json, Event.class), created, created, 1);
    }
}
