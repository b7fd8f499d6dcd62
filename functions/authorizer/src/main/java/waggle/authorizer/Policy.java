package waggle.authorizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import waggle.model.json.Json;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.gateway.AuthorizerContext;

/**
 * What the authorizer answers (API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer"). The policy
 * holds for all that the key may do, not for this request alone: it is cached and used for others.
 */
final class Policy {
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");
    private static final String BASE = "/v1/";

    /**
     * Open to every key here: the function itself refuses whom it must, since the words of that name what is
     * needed, and not what the verb does.
     */
    static final List<String> RESTRICTED = List.of("company", "api-keys", "audit-log", "events", "webhook-endpoints");

    /** What is listed below records of another resource as well, and must not be read through that one's scope. */
    static final List<String> SUB_LISTS = List.of("contacts", "users");

    private Policy() {}

    static ObjectNode of(KeyGrant grant, AuthorizerRequest request) {
        var answer = Json.mapper().createObjectNode();
        answer.put("principalId", grant.uuid().toString());
        answer.set("policyDocument", document(grant.scopes(), stage(request.methodArn())));
        answer.putObject("context")
                .put(AuthorizerContext.COMPANY, grant.company().toString())
                .put(AuthorizerContext.API_KEY, grant.uuid().toString())
                .put(AuthorizerContext.LABEL, grant.label())
                .put(AuthorizerContext.SCOPES, String.join(" ", grant.scopes().ids()))
                .put(AuthorizerContext.MESSAGE, refusal(request.method()));
        // The key that the usage plan counts by: each Waggle key has one there, whatever its secret is at the time.
        answer.put("usageIdentifierKey", grant.uuid().toString());
        return answer;
    }

    private static ObjectNode document(Scopes scopes, String stage) {
        var document = Json.mapper().createObjectNode().put("Version", "2012-10-17");
        var statements = document.putArray("Statement");
        add(statements, "Allow", stage, allowed(scopes));
        add(statements, "Deny", stage, denied(scopes));
        return document;
    }

    private static void add(ArrayNode statements, String effect, String stage, List<String> paths) {
        if (!paths.isEmpty()) {
            var statement = statements.addObject().put("Effect", effect).put("Action", "execute-api:Invoke");
            var resources = statement.putArray("Resource");
            paths.forEach(path -> resources.add(stage + path));
        }
    }

    private static List<String> allowed(Scopes scopes) {
        var paths = new ArrayList<String>();
        if (scopes.allow(Scope.READ)) {
            READING.forEach(verb -> paths.add("/" + verb + "/*"));
        }
        if (scopes.allow(Scope.WRITE)) {
            WRITING.forEach(verb -> paths.add("/" + verb + "/*"));
        }
        scopes.narrowed(Scope.READ).forEach(path -> READING.forEach(verb -> add(paths, verb, path)));
        scopes.narrowed(Scope.WRITE).forEach(path -> WRITING.forEach(verb -> add(paths, verb, path)));
        RESTRICTED.forEach(path -> add(paths, "*", path));
        return paths;
    }

    private static void add(List<String> paths, String verb, String path) {
        paths.add("/" + verb + BASE + path);
        paths.add("/" + verb + BASE + path + "/*");
    }

    private static List<String> denied(Scopes scopes) {
        return SUB_LISTS.stream()
                .filter(path -> !scopes.allow(Scope.READ, path))
                .map(path -> "/*" + BASE + "*/*/" + path)
                .toList();
    }

    /** The words of a refusal, should this key be refused this verb; answers are cached by key and verb. */
    private static String refusal(String method) {
        return (READING.contains(method) ? "Read" : "Write") + " access required for this operation";
    }

    /** This API's stage, in whatever region and account, which need not be told again for every path. */
    private static String stage(String methodArn) {
        var parts = methodArn.split("/", 3);
        var arn = parts[0].split(":", 6);
        return "arn:" + arn[1] + ":" + arn[2] + ":*:*:" + arn[5] + "/" + parts[1];
    }
}
