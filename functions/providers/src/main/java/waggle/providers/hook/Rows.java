package waggle.providers.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;

/** The rows of a body. */
public final class Rows {
    /** Of the rows of a body, and of the records that they name: more than a CRM sends. The next look finds the others. */
    public static final int MOST = 500;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private Rows() {}

    /**
     * Reads a body: an array of rows, or one row.
     *
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} if it is not JSON
     */
    public static Stream<JsonNode> of(String body) {
        try {
            var json = Json.mapper().readTree(body);
            var rows = json != null && json.isArray() ? json.valueStream() : Stream.ofNullable(json);
            return rows.filter(JsonNode::isObject).limit(MOST);
        } catch (JsonProcessingException malformed) {
            throw new WaggleException(ErrorCode.INVALID_REQUEST, "The body must be JSON, as the CRM sends it");
        }
    }

    /** The identifiers in some fields of a row. All CRMs with hooks have numbers. */
    public static Stream<String> ids(JsonNode row, String... fields) {
        return Stream.of(fields)
                .map(row::path)
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(id -> NUMBER.matcher(id).matches());
    }
}
