package waggle.cloud.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import waggle.cloud.CommandFailure;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.records.Entity;

/** Reads the list of events of a Waggle API, local or deployed. */
public final class EventsApi {
    private static final int PAGE_SIZE = 50;
    private static final int LAST_PORT = 65_535;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The delay if a reply 429 has no {@code Retry-After}. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(10);

    /** Waits for a time; tests replace it. */
    public interface Pause {
        /** Returns after a time. */
        void of(Duration time) throws InterruptedException;
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI baseUrl;
    private final KeySecret key;
    private final Pause pause;

    public EventsApi(URI baseUrl, KeySecret key, Pause pause) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.pause = pause;
    }

    /** Parses a base URL and removes trailing slashes. Returns empty if the text is not an http or https URL. */
    public static Optional<URI> baseUrl(String text) {
        try {
            return Optional.of(new URI(text.strip().replaceAll("/+$", "")))
                    .filter(url -> url.getHost() != null && url.getPort() <= LAST_PORT && url.getPort() != 0)
                    .filter(url -> url.toString().matches("(?i)https?:.*"))
                    .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns one page of the events created after a time. Waits while the rate limit of the key is exceeded.
     *
     * @throws IOException if the API cannot be reached or returns a status 5xx, so that a retry may succeed
     * @throws CommandFailure if a retry cannot succeed
     */
    public EventsPage events(Instant after, int page) throws IOException, InterruptedException {
        var uri = URI.create("%s/%s?created_after=%s&page=%d&pageSize=%d"
                .formatted(baseUrl, Event.PATH, Json.time(after), page, PAGE_SIZE));
        for (var reply = get(uri); ; reply = get(uri)) {
            switch (reply.statusCode()) {
                case 200 -> {
                    return page(reply);
                }
                case 429 -> pause.of(retryAfter(reply));
                default -> fail(reply);
            }
        }
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key.reveal())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(baseUrl + " cannot be reached", e);
        }
    }

    private EventsPage page(HttpResponse<String> reply) {
        var json = json(reply);
        var total = json.at("/meta/record-count");
        if (!total.isIntegralNumber()) {
            throw new CommandFailure(baseUrl + " is not the base URL of a Waggle API");
        }
        var events = StreamSupport.stream(json.path("data").spliterator(), false)
                .map(EventsApi::event)
                .toList();
        return new EventsPage(events, total.longValue(), date(reply));
    }

    private static Entity<Event> event(JsonNode json) {
        var created = Json.read(json.required("created_at"), Instant.class);
        return new Entity<>(
                UUID.fromString(json.required("uuid").textValue()), Json.read(json, Event.class), created, created, 1);
    }

    private void fail(HttpResponse<String> reply) throws IOException {
        var message = json(reply).path("error").asText();
        var failure = baseUrl + " returned " + reply.statusCode() + (message.isEmpty() ? "" : ": " + message);
        if (reply.statusCode() >= 500) {
            throw new IOException(failure);
        }
        throw new CommandFailure(failure);
    }

    private static JsonNode json(HttpResponse<String> reply) {
        try {
            return Json.mapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration retryAfter(HttpResponse<String> reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_RETRY_AFTER);
    }

    private static Instant date(HttpResponse<String> reply) {
        return reply.headers()
                .firstValue("Date")
                .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .orElseGet(Instant::now);
    }
}
