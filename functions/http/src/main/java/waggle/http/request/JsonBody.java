package waggle.http.request;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.json.Json;

/**
 * The JSON object in a request's body (docs/api.md, "Content types").
 *
 * @param json parsed, but not yet validated against a shape
 * @param isAbsent whether the request has no body, which counts as an empty object if no field is required
 */
public record JsonBody(ObjectNode json, boolean isAbsent) {
    private static final String JSON = "application/json";
    private static final String PLAIN = "identity";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    public JsonBody(ObjectNode json) {
        this(json, false);
    }

    /** The error of a request without a body that needs one. */
    public static WaggleException missing() {
        return invalid("The body is empty; a JSON object is required");
    }

    /**
     * Reads a body of at most {@link Limits#BODY_BYTES} bytes. Only a POST may have none.
     *
     * @throws WaggleException {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}, {@link ErrorCode#PAYLOAD_TOO_LARGE} or {@link
     *     ErrorCode#INVALID_REQUEST}
     */
    public static JsonBody read(GatewayEvent event) {
        var bytes = event.body();
        if (bytes.length == 0 && event.getHttpMethod().equals("POST")) {
            return new JsonBody(Json.mapper().createObjectNode(), true);
        }
        requireJson(event);
        if (bytes.length > Limits.BODY_BYTES) {
            throw new WaggleException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        if (bytes.length == 0) {
            throw missing();
        }
        if (event.isMangled()) {
            throw invalid("The body is not valid UTF-8");
        }
        return new JsonBody(parse(bytes));
    }

    /**
     * Checks that the body has no fields, for operations without a shape.
     *
     * @throws WaggleException with a fault for each field
     */
    void requireNone() {
        var faults = json.properties().stream()
                .map(field -> new Fault(field.getKey(), "is not a known field; there are none here"))
                .toList();
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    private static void requireJson(GatewayEvent event) {
        if (!event.header("Content-Encoding").orElse(PLAIN).strip().equalsIgnoreCase(PLAIN)) {
            throw new WaggleException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding must be absent; compressed bodies are not read");
        }
        var allowed = event.getHttpMethod().equals("PATCH") ? Set.of(JSON, MERGE_PATCH) : Set.of(JSON);
        var type = event.header("Content-Type").map(JsonBody::withoutParameters);
        if (type.filter(allowed::contains).isEmpty()) {
            throw new WaggleException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + JSON);
        }
    }

    private static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            return Optional.ofNullable(Json.mapper().readTree(bytes))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .orElseThrow(() -> invalid("The body must be a JSON object"));
        } catch (StreamConstraintsException e) {
            throw invalid("The body is nested too deeply, or has a name or number that is too long");
        } catch (JsonParseException e) {
            throw invalid("The body is not valid JSON" + place(e) + "; an example is {\"label\":\"Gold\"}");
        } catch (MismatchedInputException e) {
            throw invalid("The body must be one JSON object with nothing after it");
        } catch (IOException e) {
            throw invalid("The body is not valid JSON");
        }
    }

    private static String place(JsonParseException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("");
    }

    private static WaggleException invalid(String message) {
        return new WaggleException(ErrorCode.INVALID_REQUEST, message);
    }
}
