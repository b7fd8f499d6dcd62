package waggle.http.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

class RequestLogTest {
    private static final String TABLE = "waggle-test";

    private static TestApi api;

    @BeforeAll
    static void start() throws Exception {
        var endpoint = EmbeddedDynamoDb.start(null).endpoint();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        try (var client = Clients.dynamoDb(new Settings("us-east-1", TABLE, endpoint), credentials)) {
            NewTable.create(client, TABLE);
        }
        api = new TestApi(endpoint, TABLE);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void metric_ofEachRequest_hasTheUnitsThatDynamoDbReports() throws IOException {
        var tag = Json.mapper().readTree(send("POST", "/v1/tags", "{\"label\":\"Gold\",\"association\":\"partner\"}"));
        var path = "/v1/tags/" + tag.path("uuid").asText();

        send("GET", path, null);
        send("GET", "/v1/tags", null);
        send("PATCH", path, "{\"label\":\"Silver\"}");
        send("DELETE", path, null);
    }

    /** Sends a request and compares its metric with {@link CountedUnits}; returns the reply's body. */
    private static String send(String method, String path, @Nullable String body) throws IOException {
        CountedUnits.take();
        var reply = api.call(method, path, body);
        var counted = CountedUnits.take();

        var metric = metric();
        assertThat(metric.path("status").asText())
                .isEqualTo(reply.path("statusCode").asText())
                .startsWith("20");
        assertThat(metric.path("read_units").doubleValue()).as(method).isEqualTo(counted.read());
        assertThat(metric.path("write_units").doubleValue()).as(method).isEqualTo(counted.written());
        assertThat(counted.read() + counted.written()).as(method).isPositive();
        return reply.path("body").asText();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /v1/tags,                                           /v1/tags,        200
            GET,    /v1/tags/01900000-0000-7000-8000-000000000000,      /v1/tags/{uuid}, 404
            GET,    /v1/tags/nonsense,                                  /v1/tags/{uuid}, 404
            POST,   /v1/tags,                                           /v1/tags,        400
            DELETE, /v1/tags/01900000-0000-7000-8000-000000000000,      /v1/tags/{uuid}, 404
            PUT,    /v1/tags/01900000-0000-7000-8000-000000000000,      none,            405
            GET,    /v1/nothing/01900000-0000-7000-8000-000000000000,   none,            404
            GET,    /v1/tags/%00,                                       none,            404
            GET,    /v1/tags/01900000-0000-7000-8000-000000000000/order, none,           404
            """)
    void metric_ofAnyRequest_hasRouteMethodAndStatus(String method, String path, String route, String status)
            throws IOException {
        api.call(method, path, "{}");

        var metric = metric();
        assertThat(metric.path("route").textValue()).isEqualTo(route);
        assertThat(metric.path("method").textValue()).isEqualTo(method);
        assertThat(metric.path("status").textValue()).isEqualTo(status);
        assertThat(metric.path("milliseconds").doubleValue()).isPositive();
        assertThat(metric.path("company").textValue()).isEqualTo(TestApi.COMPANY);
        assertThat(metric.path("api_key").textValue()).isEqualTo(TestApi.KEY);
    }

    /** Amazon CloudWatch User Guide, "Embedded metric format specification". */
    @Test
    void metric_isInTheEmbeddedFormat() throws IOException {
        api.call("GET", "/v1/tags", null);

        var metric = metric();
        assertThat(metric.at("/_aws/Timestamp").longValue()).isBetween(1_700_000_000_000L, 4_000_000_000_000L);
        var directive = metric.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").textValue()).isEqualTo("Waggle");
        assertThat(directive.path("Dimensions").valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(metric.path(name.textValue()).isTextual()).isTrue());
        assertThat(directive.path("Metrics").valueStream()).isNotEmpty().allSatisfy(name -> assertThat(
                        metric.path(name.path("Name").textValue()).isNumber())
                .isTrue());
    }

    @Test
    void priming_beforeASnapshot_makesNoMetric() throws IOException {
        api.call("GET", "/v1/tags", null, RequestLog.PRIMING);

        assertThat(metric().has("_aws")).isFalse();
    }

    @Test
    void failure_isOneLineWithStackTraceAndWithoutSecrets() throws IOException {
        try (var broken = new TestApi(URI.create("http://127.0.0.1:1"), TABLE)) {
            var reply = broken.call("GET", "/v1/tags/" + Uuids.next(), null);
            var lines = broken.lines();

            assertThat(reply.path("statusCode").asInt()).isEqualTo(503);
            assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain(TestApi.SECRET));
            var failure = parse(lines.getFirst());
            assertThat(failure.path("level").textValue()).isEqualTo("ERROR");
            assertThat(failure.path("stack_trace").textValue()).contains("\n\tat ", "Caused by: ");
            assertThat(failure.path("request_id").textValue()).isNotEmpty();
            assertThat(parse(lines.getLast()).path("status").textValue()).isEqualTo("503");
        }
    }

    private static JsonNode metric() {
        var lines = api.lines();
        assertThat(lines).hasSize(1).allSatisfy(line -> assertThat(line).doesNotContain(TestApi.SECRET));
        return parse(lines.getFirst());
    }

    private static JsonNode parse(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
