package waggle.providers.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import waggle.model.json.Json;

/**
 * The reply of a provider.
 *
 * @param status of HTTP
 * @param headers with names in lower case
 * @param body missing if the reply has none, or none in JSON
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {
    private static final int MULTI_STATUS = 207;
    private static final int LONGEST_SCHEME = "Bearer".length();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the call is done; some rows of a batch may have failed. */
    public boolean isDone() {
        return status >= 200 && status <= MULTI_STATUS;
    }

    /** The wait that the provider asks for. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /**
     * The reply without secrets that it repeats: a provider, or a proxy before it, may name the credentials that it refuses, as
     * they are or as a form has them.
     *
     * @param secrets values of headers and forms; their schemes, such as {@code Bearer}, stay
     */
    public Answer without(Collection<String> secrets) {
        var said = body.toString();
        var clean = secrets.stream()
                .flatMap(secret -> Arrays.stream(secret.split(" ", -1)))
                .filter(part -> part.length() > LONGEST_SCHEME)
                .flatMap(part -> Stream.of(part, Call.encoded(part)).distinct())
                .map(Json::write)
                .map(json -> json.substring(1, json.length() - 1))
                .reduce(said, (text, secret) -> text.replace(secret, "…"));
        return clean.equals(said) ? this : new Answer(status, headers, Json.parse(clean, JsonNode.class));
    }

    /** The elements of an array; none if the node is something else. */
    public static Stream<JsonNode> rows(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    /** A reply without a body in JSON. */
    public static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, headers, MissingNode.getInstance());
    }
}
