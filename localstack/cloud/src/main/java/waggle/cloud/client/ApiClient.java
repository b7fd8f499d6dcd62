package waggle.cloud.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import waggle.cloud.CommandFailure;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;

/** Sends requests to a Waggle API, local or deployed, and waits while the rate limit of the key is exceeded. */
public final class ApiClient {
    private static final int LAST_PORT = 65_535;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
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

    /**
     * Makes a client.
     *
     * @param baseUrl of the API, with {@code /v1}
     */
    public ApiClient(URI baseUrl, KeySecret key, Pause pause) {
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
     * Reads a path.
     *
     * @param path below the base URL, like {@code /tags?page=1}
     * @throws IOException if the API cannot be reached or returns a status 5xx, so that a retry may succeed
     */
    public ApiReply get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    /**
     * Sends JSON.
     *
     * @param method POST or PUT
     * @param idempotencyKey the same in each retry of a request
     * @throws IOException if the API cannot be reached or returns a status 5xx, so that a retry may succeed
     */
    public ApiReply write(String method, String path, JsonNode body, String idempotencyKey)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(method, BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** The failure of a request that a retry cannot mend. */
    public CommandFailure failure(ApiReply reply) {
        return new CommandFailure(message(reply));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key.reveal());
    }

    private ApiReply send(HttpRequest request) throws IOException, InterruptedException {
        var response = exchange(request);
        while (response.statusCode() == TOO_MANY_REQUESTS) {
            pause.of(retryAfter(response));
            response = exchange(request);
        }
        var reply = new ApiReply(response.statusCode(), json(response), date(response));
        if (reply.status() >= SERVER_ERROR) {
            throw new IOException(message(reply));
        }
        return reply;
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(baseUrl + " cannot be reached", e);
        }
    }

    private String message(ApiReply reply) {
        return baseUrl + " returned " + reply.status() + (reply.error().isEmpty() ? "" : ": " + reply.error());
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_RETRY_AFTER);
    }

    private static Instant date(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Date")
                .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .orElseGet(Instant::now);
    }
}
