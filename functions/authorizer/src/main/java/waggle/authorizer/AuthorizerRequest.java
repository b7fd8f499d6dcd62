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
 * What of a request the authorizer looks at (API Gateway Developer Guide, "Input to a Lambda authorizer").
 *
 * @param methodArn {@code arn:aws:execute-api:<region>:<account>:<api>/<stage>/<verb>/<path>}
 * @param authorization every value of the {@code Authorization} header
 */
record AuthorizerRequest(String method, String methodArn, List<String> authorization) {
    /** One space, and a token without any (RFC 6750 §2.1); a scheme's case does not matter (RFC 9110 §11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([^ ]+)");

    static AuthorizerRequest read(InputStream json) throws IOException {
        var event = Json.mapper().readTree(json);
        var values = new ArrayList<String>();
        for (var header : event.path("multiValueHeaders").properties()) {
            if (header.getKey().equalsIgnoreCase("Authorization")) {
                header.getValue().forEach(value -> values.add(value.asText()));
            }
        }
        return new AuthorizerRequest(text(event, "httpMethod"), text(event, "methodArn"), values);
    }

    /** The token, when there is exactly one. */
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
