package waggle.authorizer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.json.Json;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.gateway.AuthorizerContext;

/**
 * The authorizer's result (API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer"). The policy only
 * says whether the key reads and writes at all, so its size does not depend on the scopes: API Gateway accepts 8 KB. The
 * functions decide by the scopes in the context. API Gateway caches the result and uses it for the key's other requests.
 */
final class Policy {
    private static final String BASE = "/v1/";

    private Policy() {}

    /** @param methodArn {@code arn:aws:execute-api:<region>:<account>:<api>/<stage>/<verb>/<path>} of the request */
    static ObjectNode of(KeyGrant grant, String methodArn) {
        var result = Json.mapper().createObjectNode();
        result.put("principalId", grant.uuid().toString());
        result.set("policyDocument", document(grant.scopes(), stage(methodArn)));
        result.putObject("context")
                .put(AuthorizerContext.COMPANY, grant.company().toString())
                .put(AuthorizerContext.API_KEY, grant.uuid().toString())
                .put(AuthorizerContext.LABEL, grant.label())
                .put(AuthorizerContext.SCOPES, String.join(" ", grant.scopes().ids()))
                .put(AuthorizerContext.MESSAGE, MethodAccess.refusal(lacking(grant.scopes())));
        // The usage plan counts by this value. It has a key for each Waggle key, independent of the secret.
        result.put("usageIdentifierKey", KeyPlan.value(grant.uuid()));
        return result;
    }

    private static ObjectNode document(Scopes scopes, String stage) {
        var allowed = allowed(scopes);
        var document = Json.mapper().createObjectNode().put("Version", "2012-10-17");
        var statement = document.putArray("Statement")
                .addObject()
                .put("Effect", allowed.isEmpty() ? "Deny" : "Allow")
                .put("Action", "execute-api:Invoke");
        var resources = statement.putArray("Resource");
        (allowed.isEmpty() ? List.of("*" + BASE + "*") : allowed).forEach(path -> resources.add(stage + path));
        return document;
    }

    private static List<String> allowed(Scopes scopes) {
        var reads = scopes.allowSome(Scope.READ);
        var writes = scopes.allowSome(Scope.WRITE);
        if (reads && writes) {
            return List.of("*" + BASE + "*");
        }
        return Stream.concat(reads ? reading() : Stream.of(), writes ? writing() : Stream.of())
                .toList();
    }

    /** Keys without read access read some paths, too. */
    private static Stream<String> writing() {
        return Stream.concat(
                MethodAccess.WRITING.stream().map(verb -> verb + BASE + "*"),
                MethodAccess.OPEN_READS.stream()
                        .flatMap(path -> MethodAccess.READING.stream().map(verb -> verb + BASE + path)));
    }

    private static Stream<String> reading() {
        return Stream.concat(
                MethodAccess.READING.stream().map(verb -> verb + BASE + "*"),
                MethodAccess.READING_POSTS.stream().map(path -> "POST" + BASE + path));
    }

    /** The access that a request lacks if the policy refuses it. */
    private static Scope lacking(Scopes scopes) {
        return scopes.allowSome(Scope.READ) ? Scope.WRITE : Scope.READ;
    }

    /** The ARN of this API's stage, with wildcards for region and account to keep the policy short. */
    private static String stage(String methodArn) {
        var parts = methodArn.split("/", 3);
        var arn = parts[0].split(":", 6);
        return "arn:" + arn[1] + ":" + arn[2] + ":*:*:" + arn[5] + "/" + parts[1] + "/";
    }
}
