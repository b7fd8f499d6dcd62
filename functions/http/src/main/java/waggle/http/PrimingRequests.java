package waggle.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waggle.http.logs.RequestLog;
import waggle.model.Uuids;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.json.Json;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.aws.Priming;
import waggle.platform.gateway.AuthorizerContext;

/**
 * The requests that prime a function before a snapshot: for each resource, a company that does not exist sends a read,
 * which finds nothing, and a write, which is refused.
 */
final class PrimingRequests implements Priming.Call {
    private final RequestStreamHandler function;
    private final Supplier<List<String>> paths;

    PrimingRequests(RequestStreamHandler function, Supplier<List<String>> paths) {
        this.function = function;
        this.paths = paths;
    }

    @Override
    public void run() throws IOException {
        for (var path : paths.get()) {
            var collection = ResourceGroup.BASE + "/" + path;
            call("GET", collection + "/" + Uuids.next(), null);
            call("POST", collection, "{}");
        }
    }

    private void call(String method, String path, @Nullable String body) throws IOException {
        var event = Json.tree(Map.of(
                "httpMethod", method,
                "path", path,
                "multiValueHeaders", Map.of("Content-Type", List.of("application/json"))));
        event.put("body", body);
        event.putObject("requestContext")
                .put("path", path)
                .put("requestId", RequestLog.PRIMING)
                .putObject("authorizer")
                .put(AuthorizerContext.COMPANY, Uuids.next().toString())
                .put(AuthorizerContext.API_KEY, Uuids.next().toString())
                .put(AuthorizerContext.LABEL, "priming")
                .put(AuthorizerContext.SCOPES, Scope.ADMIN.id());
        var json = new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
        function.handleRequest(json, OutputStream.nullOutputStream(), null);
    }
}
