package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.headers.Header;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.platform.gateway.GatewayReply;
import waggle.platform.gateway.ReplyHeaders;

/** The headers of replies (contract §1), each declared once and referred to. */
final class Headers {
    static final String ENTITY_TAG = "ETag";
    static final String LOCATION = "Location";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_PATH = 2000;

    private Headers() {}

    static Map<String, Header> all() {
        var all = new LinkedHashMap<String, Header>();
        all.put(
                ReplyHeaders.REQUEST_ID,
                header(
                        "The id of the request, to be named in questions about it",
                        Scalars.text(1, Actor.LONGEST_REQUEST_ID)));
        ReplyHeaders.common().entrySet().stream()
                .filter(header -> isTold(header.getKey()))
                .forEach(header -> all.put(header.getKey(), header("On every reply", only(header.getValue()))));
        all.put(ENTITY_TAG, header("The record's version in quotes", version()));
        all.put(
                LOCATION,
                header("Where the new record is", Scalars.text(1, LONGEST_PATH).put("format", "uri-reference")));
        all.put(
                REPLAYED,
                header("That this is the reply to an earlier request with the same key", only("true"))
                        .required(false));
        all.put("Retry-After", header("After how many seconds another request is let in", seconds()));
        all.put("WWW-Authenticate", header("What to send in `Authorization`", only("Bearer")));
        return all;
    }

    /** References to those that every reply has, and to some more. */
    static Map<String, Header> common(String... more) {
        var common = ReplyHeaders.common().keySet().stream().filter(Headers::isTold);
        return references(Stream.of(Stream.of(ReplyHeaders.REQUEST_ID), common, Arrays.stream(more))
                .flatMap(names -> names));
    }

    static Map<String, Header> ofError(ErrorCode code) {
        var names = Arrays.stream(GatewayReply.values())
                .filter(reply -> reply.code() == code)
                .flatMap(reply -> reply.headers().keySet().stream())
                .filter(all()::containsKey);
        return common(names.toArray(String[]::new));
    }

    /** Where a record comes with others, its version says nothing of those, and no tag is sent. */
    static Header entityTagUnlessExpanded() {
        return header("The record's version in quotes; not with `expand`", version())
                .required(false);
    }

    /** OpenAPI has the content type in a place of its own. */
    private static boolean isTold(String name) {
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

    /** Behind the version, how often what is counted of a record has moved. */
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
