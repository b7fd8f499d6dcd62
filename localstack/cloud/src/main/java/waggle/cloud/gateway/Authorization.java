package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.platform.gateway.AuthorizerContext;

/** The response of the authorizer: policy, context and usage identifier key. */
record Authorization(JsonNode response) {

    /** Returns whether a statement of the policy allows the call and no statement denies it. */
    boolean allows(String methodArn) {
        return matches("Allow", methodArn) && !matches("Deny", methodArn);
    }

    /** The context for the integration. All values are strings, as in API Gateway. */
    ObjectNode context() {
        var context = response.path("context").deepCopy();
        return ((ObjectNode) context)
                .put("principalId", response.path("principalId").asText());
    }

    String message() {
        return response.path("context").path(AuthorizerContext.MESSAGE).asText();
    }

    String usageIdentifierKey() {
        return response.path("usageIdentifierKey").asText();
    }

    private boolean matches(String effect, String methodArn) {
        return elements(response.path("policyDocument").path("Statement"))
                .filter(statement -> statement.path("Effect").asText().equals(effect))
                .flatMap(statement -> elements(statement.path("Resource")))
                .anyMatch(resource ->
                        pattern(resource.asText()).matcher(methodArn).matches());
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static Pattern pattern(String resource) {
        return Pattern.compile(resource.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }
}
