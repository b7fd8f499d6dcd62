package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.lambda.InProcessLambda;
import waggle.http.ApiFunction;
import waggle.model.json.Json;

/** The function behind the API, with a clock that the test moves. Requests are events of the gateway. */
final class MovedApi implements AutoCloseable {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final MovedClock clock = new MovedClock();
    private final InProcessLambda function =
            new InProcessLambda(new ApiFunction(LocalCloud.cloud().settings(), CREDENTIALS, clock));

    /** A clock that stands still between moves. */
    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** One company's calls. */
    final class Company {
        private final UUID uuid = UUID.randomUUID();

        JsonNode get(String path) {
            return call("GET", path, null);
        }

        JsonNode post(String path) {
            return call("POST", path, null);
        }

        JsonNode post(String path, JsonNode body) {
            return call("POST", path, body);
        }

        JsonNode put(String path, JsonNode body) {
            return call("PUT", path, body);
        }

        JsonNode patch(String path, JsonNode body) {
            return call("PATCH", path, body);
        }

        /** Moves the clock; time never goes back within a company. */
        Company at(Instant time) {
            clock.now = time;
            return this;
        }

        private JsonNode call(String method, String path, @Nullable JsonNode body) {
            try {
                var reply = Json.mapper().readTree(function.invoke(event(method, path, body)));
                assertThat(reply.path("statusCode").asInt())
                        .as("%s %s %s: %s", method, path, body, reply.path("body"))
                        .isBetween(200, 299);
                return Json.mapper().readTree(reply.path("body").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] event(String method, String path, @Nullable JsonNode body) throws IOException {
            var event = (ObjectNode) Json.mapper()
                    .readTree(LocalCloud.checkout()
                            .resolve("events/api-gateway-request.json")
                            .toFile());
            var uri = URI.create("/v1/" + path);
            event.put("httpMethod", method).put("path", uri.getPath());
            event.put("body", body == null ? null : body.toString());
            event.putNull("queryStringParameters");
            event.putNull("multiValueQueryStringParameters");
            if (uri.getQuery() != null) {
                var parameter = uri.getQuery().split("=", 2);
                event.putObject("multiValueQueryStringParameters")
                        .putArray(parameter[0])
                        .add(parameter[1]);
            }
            event.withObject("/requestContext")
                    .put("httpMethod", method)
                    .put("requestId", UUID.randomUUID().toString());
            event.withObject("/requestContext/authorizer")
                    .put("company", uuid.toString())
                    .put("scopes", "read write admin");
            return event.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    Company company() {
        return new Company();
    }

    @Override
    public void close() {
        function.close();
    }
}
