package waggle.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import waggle.model.Decimals;
import waggle.model.json.Json;

/**
 * The hash by which a repeated request is recognised: of its method, its path and the JSON value of its body. The order of
 * keys, white space and the form of numbers do not matter.
 */
final class RequestFingerprint {
    private RequestFingerprint() {}

    static String of(GatewayEvent event) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((event.getHttpMethod() + ' ' + event.getPath() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(normal(event.body())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A body that is not JSON is refused later. */
    private static byte[] normal(byte[] body) {
        try {
            return normal(Json.mapper().readTree(body)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException malformed) {
            return body;
        }
    }

    private static JsonNode normal(JsonNode value) {
        if (value.isObject()) {
            var sorted = JsonNodeFactory.instance.objectNode();
            value.propertyStream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> sorted.set(field.getKey(), normal(field.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> elements.add(normal(element)));
            return elements;
        }
        return value.isNumber() ? JsonNodeFactory.instance.numberNode(Decimals.plain(value.decimalValue())) : value;
    }
}
