package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Validates status, headers and body of a reply against the document. */
final class ReplyCheck {
    /** Headers of HTTP itself, and headers that a gateway or network adds. */
    private static final Set<String> OF_THE_WAY = Set.of(
            "allow",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "transfer-encoding",
            "vary",
            "via");

    private final ApiDocument document;
    private final Reply reply;
    private final String pointer;

    ReplyCheck(ApiOperation operation, Reply reply) {
        this.document = operation.document();
        this.reply = reply;
        this.pointer = document.followed(operation.pointer() + "/responses/" + reply.status());
    }

    void verify() {
        assertThat(document.at(pointer).isObject())
                .as("%s is documented", pointer)
                .isTrue();
        headers().properties().forEach(header -> verifyHeader(header.getKey()));
        assertThat(undeclared()).as("undocumented headers").isEmpty();
        if (!reply.method().equals("HEAD")) {
            verifyBody();
        }
    }

    private JsonNode headers() {
        return document.at(pointer + "/headers");
    }

    private void verifyHeader(String name) {
        var header = document.followed(pointer + "/headers/" + name);
        if (reply.hasHeader(name)) {
            var value = WrittenValue.of(reply.header(name), document.at(header + "/schema"));
            assertThat(document.schema(header + "/schema").validate(value))
                    .as(name)
                    .isEmpty();
        } else {
            var isRequired = document.at(header).path("required").asBoolean();
            assertThat(isRequired).as("header %s is required and missing", name).isFalse();
        }
    }

    private Set<String> undeclared() {
        var undeclared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        undeclared.addAll(reply.headers().map().keySet());
        OF_THE_WAY.forEach(undeclared::remove);
        undeclared.removeIf(
                name -> name.startsWith(":") || name.toLowerCase(Locale.ROOT).startsWith("x-am"));
        headers().fieldNames().forEachRemaining(undeclared::remove);
        return undeclared;
    }

    private void verifyBody() {
        var types = document.at(pointer + "/content");
        if (types.isMissingNode()) {
            assertThat(reply.body()).as("undocumented body").isEmpty();
            return;
        }
        var type = Exchange.mediaType(reply.headers());
        assertThat(types.fieldNames()).toIterable().as("documented media types").contains(type);
        if (type.endsWith("json")) {
            var schema = document.schema(pointer + "/content/" + ApiDocument.escaped(type) + "/schema");
            assertThat(schema.validate(reply.json()))
                    .as("what is wrong with %s", reply.body())
                    .isEmpty();
        }
    }
}
