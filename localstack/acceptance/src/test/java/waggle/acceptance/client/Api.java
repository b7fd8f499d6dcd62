package waggle.acceptance.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import waggle.acceptance.exchange.Conventions;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.exchange.Exchange;
import waggle.acceptance.exchange.Reply;
import waggle.model.Patience;

/**
 * A client of the API. It validates every reply against {@link Conventions}, and every exchange against the OpenAPI
 * document.
 *
 * @param base the URL that paths are relative to
 * @param headers alternating names and values, sent with every request
 * @param isPatient whether it waits for {@code Retry-After} after a 429
 * @param conventions validates every reply
 * @param documentation compares every exchange with the OpenAPI document
 */
public record Api(
        URI base,
        List<String> headers,
        boolean isPatient,
        Consumer<Reply> conventions,
        Consumer<Exchange> documentation) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Api at(URI base) {
        return new Api(base, List.of(), false, Conventions::verify, Documentation::verify);
    }

    Api patient() {
        return new Api(base, headers, true, conventions, documentation);
    }

    /** A client of the pages beside the API, most of which are not JSON. */
    public Api site() {
        var root = base.toString().replaceFirst("/v1$", "");
        return new Api(URI.create(root), headers, isPatient, Conventions::verifyHeaders, documentation);
    }

    /** A client of functions of an earlier release, which have a document of their own. */
    public Api ofAnotherRelease() {
        return new Api(base, headers, isPatient, conventions, exchange -> {});
    }

    public Api withKey(String key) {
        return with("Authorization", "Bearer " + key);
    }

    /** A client with one more header. */
    public Api with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Api(base, List.copyOf(more), isPatient, conventions, documentation);
    }

    public Reply get(String path) {
        return send("GET", path);
    }

    public Reply head(String path) {
        return send("HEAD", path);
    }

    public Reply delete(String path) {
        return send("DELETE", path);
    }

    /** @param json as its {@code toString} writes it */
    public Reply post(String path, Object json) {
        return json().send("POST", path, text(json));
    }

    public Reply patch(String path, Object json) {
        return json().send("PATCH", path, text(json));
    }

    public Reply send(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    public Reply send(String method, String path, BodyPublisher body) {
        return send(method, URI.create(base + path), body);
    }

    public Reply send(String method, URI uri, BodyPublisher body) {
        var request = HttpRequest.newBuilder(uri).timeout(Patience.LONGEST).method(method, body);
        for (var i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return send(request.build());
    }

    private Reply send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var reply = new Reply(request.method(), response.statusCode(), response.headers(), response.body());
            if (reply.status() == 429 && isPatient) {
                Thread.sleep(Duration.ofSeconds(Long.parseLong(reply.header("Retry-After"))));
                return send(request);
            }
            conventions.accept(reply);
            documentation.accept(Exchange.of(request, reply));
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Api json() {
        return headers.contains("Content-Type") ? this : with("Content-Type", "application/json");
    }

    private static BodyPublisher text(Object json) {
        return BodyPublishers.ofString(json.toString());
    }
}
