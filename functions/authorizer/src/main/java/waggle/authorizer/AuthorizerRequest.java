package waggle.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.model.json.Json;

/**
 * The parts of a request that the authorizer reads (API Gateway Developer Guide, "Input to a Lambda authorizer").
 *
 * @param id the gateway's, for the log
 * @param methodArn {@code arn:aws:execute-api:<region>:<account>:<api>/<stage>/<verb>/<path>}
 * @param authorization every value of the {@code Authorization} header
 */
record AuthorizerRequest(String id, String method, String methodArn, List<String> authorization) {
    /** One space, then a token without spaces (RFC 6750 §2.1). The scheme is case-insensitive (RFC 9110 §11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([^ ]+)");

    static AuthorizerRequest read(InputStream json) throws IOException {
        var event = Json.mapper().readTree(json);
        var values = new ArrayList<String>();
        for (var header : event.path("multiValueHeaders").properties()) {
            if (header.getKey().equalsIgnoreCase("Authorization")) {
                header.getValue().forEach(value -> values.add(value.asText()));
            }
        }
        return new AuthorizerRequest(
                text(event.path("requestContext"), "requestId"),
                text(event, "httpMethod"),
                text(event, "methodArn"),
                values);
    }

    /** The token; empty unless there is exactly one. */
    Optional<String> bearer() {
        return authorization.size() == 1
                ? Optional.of(BEARER.matcher(authorization.getFirst()))
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                : Optional.empty();
    }

    private static String text(JsonNode event, String name) {
        return event.path(name).asText();
    }
}
