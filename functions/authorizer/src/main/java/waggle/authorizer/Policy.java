package waggle.authorizer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import waggle.model.gateway.AuthorizerContext;
import waggle.model.json.Json;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes.Scope;

/**
 * What the authorizer answers (API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer"). The policy
 * holds for all that the key may do, not for this request alone: it is cached and used for others.
 */
final class Policy {
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    private Policy() {}

    static ObjectNode of(ApiKey key, KeyGrant grant, AuthorizerRequest request) {
        var answer = Json.mapper().createObjectNode();
        answer.put("principalId", grant.uuid().toString());
        answer.set("policyDocument", document(grant, stage(request.methodArn())));
        answer.putObject("context")
                .put(AuthorizerContext.COMPANY, grant.company().toString())
                .put(AuthorizerContext.API_KEY, grant.uuid().toString())
                .put(AuthorizerContext.SCOPES, String.join(" ", grant.scopes().ids()))
                .put(AuthorizerContext.MESSAGE, refusal(request.method()));
        // The key that the usage plan counts by: each Waggle key has one there, whose value is its hash.
        answer.put("usageIdentifierKey", key.hash());
        return answer;
    }

    private static ObjectNode document(KeyGrant grant, String stage) {
        var document = Json.mapper().createObjectNode().put("Version", "2012-10-17");
        var statement = document.putArray("Statement").addObject();
        statement.put("Effect", "Allow").put("Action", "execute-api:Invoke");
        var resources = statement.putArray("Resource");
        verbs(grant).forEach(verb -> resources.add(stage + "/" + verb + "/*"));
        return document;
    }

    private static List<String> verbs(KeyGrant grant) {
        var verbs = new ArrayList<String>();
        if (grant.scopes().allow(Scope.READ)) {
            verbs.addAll(READING);
        }
        if (grant.scopes().allow(Scope.WRITE)) {
            verbs.addAll(WRITING);
        }
        return verbs;
    }

    /** The words of a refusal, should this key be refused this verb; answers are cached by key and verb. */
    private static String refusal(String method) {
        return (READING.contains(method) ? "Read" : "Write") + " access required for this operation";
    }

    private static String stage(String methodArn) {
        var parts = methodArn.split("/", 3);
        return parts[0] + "/" + parts[1];
    }
}
