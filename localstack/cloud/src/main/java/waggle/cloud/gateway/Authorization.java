package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.gateway.AuthorizerContext;

/** What the authorizer answered about a key. */
record Authorization(JsonNode answer) {

    /** Whether the policy allows a call: some statement allows it and none denies it. */
    boolean allows(String methodArn) {
        return matches("Allow", methodArn) && !matches("Deny", methodArn);
    }

    /** What the function is told; every value is a text, as API Gateway makes it. */
    ObjectNode context() {
        var context = answer.path("context").deepCopy();
        return ((ObjectNode) context)
                .put("principalId", answer.path("principalId").asText());
    }

    String message() {
        return answer.path("context").path(AuthorizerContext.MESSAGE).asText();
    }

    String usageIdentifierKey() {
        return answer.path("usageIdentifierKey").asText();
    }

    private boolean matches(String effect, String methodArn) {
        return elements(answer.path("policyDocument").path("Statement"))
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
