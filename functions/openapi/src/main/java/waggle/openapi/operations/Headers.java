package waggle.openapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.headers.Header;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;
import waggle.platform.gateway.ReplyHeaders;

/** The headers of replies (docs/api.md, "Conventions"), each declared once and referred to. */
public final class Headers {
    static final String ENTITY_TAG = "ETag";
    static final String LOCATION = "Location";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_PATH = 2000;

    private Headers() {}

    public static Map<String, Header> all() {
        var all = new LinkedHashMap<String, Header>();
        all.put(
                ReplyHeaders.REQUEST_ID,
                header(
                        "The id of the request; quote it in support questions",
                        Scalars.text(1, Actor.LONGEST_REQUEST_ID)));
        ReplyHeaders.common().entrySet().stream()
                .filter(header -> isDocumented(header.getKey()))
                .forEach(header ->
                        all.put(header.getKey(), header("Every reply has this header", only(header.getValue()))));
        all.put(ENTITY_TAG, header("The record's version in quotes", version()));
        all.put(
                LOCATION,
                header(
                        "The URL of the new record",
                        Scalars.text(1, LONGEST_PATH).put("format", "uri-reference")));
        all.put(
                REPLAYED,
                header("Present if this is the reply to an earlier request with the same key", only("true"))
                        .required(false));
        all.put("Retry-After", header("The number of seconds to wait before the next request", seconds()));
        all.put("WWW-Authenticate", header("The scheme of the header `Authorization`", only("Bearer")));
        return all;
    }

    /** References to the headers of every reply, and to some more. */
    static Map<String, Header> common(String... more) {
        var common = ReplyHeaders.common().keySet().stream().filter(Headers::isDocumented);
        return references(Stream.of(Stream.of(ReplyHeaders.REQUEST_ID), common, Arrays.stream(more))
                .flatMap(names -> names));
    }

    static Map<String, Header> ofError(ErrorCode code) {
        return common(ReplyHeaders.ofError(code).keySet().toArray(String[]::new));
    }

    /** A reply with expanded records has no tag, because the version of the record does not cover them. */
    static Header entityTagUnlessExpanded() {
        return header("The record's version in quotes; absent with `expand`", version())
                .required(false);
    }

    /** OpenAPI documents the content type in {@code content}. */
    private static boolean isDocumented(String name) {
        return !name.equals("Content-Type");
    }

    private static Map<String, Header> references(Stream<String> names) {
        var references = new LinkedHashMap<String, Header>();
        names.forEach(name -> references.put(name, new Header().$ref("#/components/headers/" + name)));
        return references;
    }

    static Header header(String description, ObjectNode schema) {
        return new Header()
                .description(description)
                .schema(Schemas.model(schema))
                .required(true);
    }

    /** The version, and behind it the number of changes of the record's counts. */
    private static ObjectNode version() {
        return Scalars.text(3, 41).put("pattern", "^\"[1-9][0-9]*(-[1-9][0-9]*)?\"$");
    }

    private static ObjectNode only(String value) {
        return Scalars.type("string").put("const", value);
    }

    private static ObjectNode seconds() {
        return Scalars.type("integer")
                .put("format", "int32")
                .put("minimum", 1)
                .put("maximum", Limits.RATE_WINDOW.toSeconds());
    }
}
