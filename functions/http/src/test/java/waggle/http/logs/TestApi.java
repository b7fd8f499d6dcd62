package waggle.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.http.ApiFunction;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.platform.aws.Settings;
import waggle.platform.gateway.AuthorizerContext;

/** Calls an API function as API Gateway does, and keeps what it logs: Lambda's logger prints to standard output here. */
final class TestApi implements AutoCloseable {
    static final String COMPANY = Uuids.next().toString();
    static final String KEY = Uuids.next().toString();
    static final String SECRET = "wgl_live_0123456789abcdefghijklmnopqrstuvABCDEF";

    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ApiFunction function;

    TestApi(URI dynamoDb, String table) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        this.function = new ApiFunction(new Settings("us-east-1", table, dynamoDb), credentials);
    }

    /** The reply's JSON, as API Gateway gets it. */
    JsonNode call(String method, String path, @Nullable String body) throws IOException {
        return call(method, path, body, Uuids.next().toString());
    }

    @SuppressWarnings("NullAway") // our handlers do not use Lambda's context
    JsonNode call(String method, String path, @Nullable String body, String requestId) throws IOException {
        var event = Json.mapper().createObjectNode();
        event.put("httpMethod", method).put("path", path).put("body", body);
        event.putObject("multiValueHeaders")
                .<ObjectNode>set("Content-Type", values("application/json"))
                .set("Authorization", values("Bearer " + SECRET));
        event.putObject("requestContext")
                .put("requestId", requestId)
                .put("path", path)
                .putObject("authorizer")
                .put(AuthorizerContext.COMPANY, COMPANY)
                .put(AuthorizerContext.API_KEY, KEY)
                .put(AuthorizerContext.LABEL, "Key")
                .put(AuthorizerContext.SCOPES, "admin");
        var out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.mapper().readTree(out.toByteArray());
    }

    /** The lines of this company's requests since the last call. */
    List<String> lines() {
        var text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text.lines().filter(line -> line.contains(COMPANY)).toList();
    }

    private static JsonNode values(String value) {
        return Json.mapper().createArrayNode().add(value);
    }

    @Override
    public void close() {
        System.setOut(standard);
        function.close();
    }
}
