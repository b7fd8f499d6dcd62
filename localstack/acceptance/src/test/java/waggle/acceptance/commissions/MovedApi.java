package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.acceptance.cloud.LocalCloud;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.lambda.InProcessLambda;
import waggle.http.ApiFunction;
import waggle.model.Actor;
import waggle.model.ManualClock;
import waggle.model.catalogue.Catalogue;
import waggle.model.deals.CommissionCalculation;
import waggle.model.json.Json;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/**
 * The function behind the API, with a clock that the test moves. Requests are events of the gateway. The database is
 * not that of the local cloud, whose sweeper has the clock of today and goes on with what is due in the past.
 */
final class MovedApi implements AutoCloseable {
    private static final String TABLE = "moved";

    /** The database of all moved functions, started when the first test uses it. */
    private static final class Database {
        static final Settings SETTINGS = start();

        private static Settings start() {
            try {
                return new Settings(
                        "eu-central-1", TABLE, EmbeddedDynamoDb.start(null).endpoint());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final Settings settings = settings();
    private final DynamoDbClient database = client();
    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final InProcessLambda function;

    /** @param others beans that a deployed function would make from its environment */
    MovedApi(Object... others) {
        var beans = Stream.concat(Stream.of(clock), Stream.of(others)).toArray();
        NewTable.create(database, TABLE);
        function = new InProcessLambda(new ApiFunction(settings, CREDENTIALS, beans));
    }

    static Settings settings() {
        return Database.SETTINGS;
    }

    static DynamoDbClient client() {
        return Clients.dynamoDb(settings(), CREDENTIALS);
    }

    /** The keys of the companies are not used, so that nothing counts them. */
    private static final class NoPlan implements KeyPlan {
        @Override
        public void admit(UUID key) {}

        @Override
        public void remove(UUID key) {}
    }

    /** A reply, whatever its status is. */
    record Answer(int status, JsonNode body) {}

    /** One company's calls. */
    final class Company {
        private final UUID uuid;

        private Company(UUID uuid) {
            this.uuid = uuid;
        }

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
            clock.set(time);
            return this;
        }

        /** Does for a deal what the sweeper does once its day has come. */
        void sweep(UUID deal) {
            Catalogue.writes(database, TABLE, clock).run(Actor.waggle(uuid), write -> {
                CommissionCalculation.resume(write, deal);
                return deal;
            });
        }

        private JsonNode call(String method, String path, @Nullable JsonNode body) {
            var answer = send(method, path, body == null ? null : body.toString());
            assertThat(answer.status())
                    .as("%s %s %s: %s", method, path, body, answer.body())
                    .isBetween(200, 299);
            return answer.body();
        }

        /** Sends a body as it is written, and returns whatever the reply is. */
        Answer send(String method, String path, @Nullable String body) {
            try {
                var reply = Json.mapper().readTree(function.invoke(event(method, path, body)));
                return new Answer(
                        reply.path("statusCode").asInt(),
                        Json.mapper().readTree(reply.path("body").asText()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] event(String method, String path, @Nullable String body) throws IOException {
            var event = (ObjectNode) Json.mapper()
                    .readTree(LocalCloud.checkout()
                            .resolve("events/api-gateway-request.json")
                            .toFile());
            var uri = URI.create("/v1/" + path);
            event.put("httpMethod", method).put("path", uri.getPath());
            event.put("body", body);
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

    /** A company without a record, and so with the defaults of all companies. */
    Company company() {
        return new Company(UUID.randomUUID());
    }

    /** The same company by another function. */
    Company company(UUID uuid) {
        return new Company(uuid);
    }

    /** A company whose days are those of a time zone. */
    Company company(String zone) {
        var key = Catalogue.companies(database, TABLE, clock, new NoPlan())
                .open(
                        new waggle.model.companies.Company("Acceptance"),
                        "First key",
                        KeySecret.Mode.TEST,
                        Scopes.of(Scope.READ));
        var company = new Company(
                new KeyStore(database, TABLE).find(key).orElseThrow().company());
        company.patch("company", Json.mapper().createObjectNode().put("time_zone", zone));
        return company;
    }

    @Override
    public void close() {
        function.close();
        database.close();
    }
}
