package waggle.providers.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import waggle.model.crm.port.CrmFailure;
import waggle.model.json.Json;

/**
 * The one host that a connection calls. It follows no redirects, so credentials reach no other host.
 *
 * @param base scheme and host, without a slash at the end
 */
public record Host(HttpClient client, URI base) {
    /** The limit for a call: HubSpot and Pipedrive end theirs after some 30 seconds. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Bytes of the largest reply that is read: 200 records with long texts have less. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** A client for any number of hosts. */
    public static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * Makes a call.
     *
     * @param credentials headers; they stand in no message
     * @throws CrmFailure of the kind {@link CrmFailure.Kind#RETRY} if no whole reply arrived: a write may have happened
     */
    public Answer send(Call call, Map<String, String> credentials) {
        var body = call.body();
        var request = HttpRequest.newBuilder(base.resolve(call.target()))
                .timeout(DEADLINE)
                .method(call.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept", "application/json");
        if (!body.isEmpty()) {
            request.header("Content-Type", call.contentType());
        }
        credentials.forEach(request::header);
        try {
            return answer(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new CrmFailure(
                    CrmFailure.Kind.RETRY, "No reply arrived from " + base.getHost(), CrmFailure.Details.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted during a call");
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        var headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getFirst(),
                        (one, other) -> one));
        try (var body = response.body()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The reply is too large");
            }
            return new Answer(response.statusCode(), headers, tree(bytes));
        }
    }

    /** HTML, as a proxy before the provider sends it, is no body. */
    private static JsonNode tree(byte[] bytes) throws IOException {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : Json.mapper().readTree(bytes);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
