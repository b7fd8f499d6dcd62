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
 * The authorizer's reply (API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer"). The policy covers
 * all rights of the key, since API Gateway caches it and uses it for the key's other requests.
 */
final class Policy {
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");
    private static final String BASE = "/v1/";

    /** Allowed for every key: the function itself refuses, since its message does not follow from the method alone. */
    static final List<String> RESTRICTED = List.of("company", "api-keys", "audit-log", "events", "webhook-endpoints");

    /** Resources that are also listed below another resource's records, whose scope must not be enough to read them. */
    static final List<String> SUB_LISTS = List.of("contacts", "users");

    private Policy() {}

    static ObjectNode of(KeyGrant grant, AuthorizerRequest request) {
        var reply = Json.mapper().createObjectNode();
        reply.put("principalId", grant.uuid().toString());
        reply.set("policyDocument", document(grant.scopes(), stage(request.methodArn())));
        reply.putObject("context")
                .put(AuthorizerContext.COMPANY, grant.company().toString())
                .put(AuthorizerContext.API_KEY, grant.uuid().toString())
                .put(AuthorizerContext.LABEL, grant.label())
                .put(AuthorizerContext.SCOPES, String.join(" ", grant.scopes().ids()))
                .put(AuthorizerContext.MESSAGE, refusal(request.method()));
        // The usage plan counts by this value. It has a key for each Waggle key, independent of the secret.
        reply.put("usageIdentifierKey", grant.uuid().toString());
        return reply;
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

    /** The message of a refusal; replies are cached by key and method. */
    private static String refusal(String method) {
        return (READING.contains(method) ? "Read" : "Write") + " access required for this operation";
    }

    /** The ARN of this API's stage, with wildcards for region and account to keep the policy short. */
    private static String stage(String methodArn) {
        var parts = methodArn.split("/", 3);
        var arn = parts[0].split(":", 6);
        return "arn:" + arn[1] + ":" + arn[2] + ":*:*:" + arn[5] + "/" + parts[1];
    }
}
