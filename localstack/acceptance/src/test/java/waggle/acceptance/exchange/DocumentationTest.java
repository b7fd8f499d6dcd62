package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.platform.gateway.ReplyHeaders;

/** Exchanges are valid against the served document, and invalid against copies with a fault. */
final class DocumentationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI PLACE = URI.create("http://localhost/dev/openapi.json");
    private static final String TAG = """
            {"uuid":"01900000-0000-7000-8000-000000000000","label":"Gold","association":"partner",\
            "background_color":"#6B7280","text_color":"#FFFFFF","partner_type":null,\
            "created_at":"2026-11-22T08:15:30.123Z","updated_at":"2026-11-22T08:15:30.123Z","version":1,"record_count":0}""";
    private static final String PAGE =
            "{\"data\":[" + TAG + "],\"meta\":{\"record-count\":1,\"page-count\":1,\"page\":1,\"page-size\":10}}";
    private static final String NEW_TAG = "{\"label\":\" Gold \",\"association\":\"partner\"}";
    private static final String LONG = NEW_TAG.replace("Gold", "x".repeat(101));
    private static final Map<String, String> MADE = Map.of("ETag", "\"1\"", "Location", "/v1/tags/1");

    private static final Exchange LIST =
            exchange("GET", "?pageSize=10&association=partner,lead", "", "", 200, Map.of(), PAGE);
    private static final Exchange CREATED = exchange("POST", "", "application/json", NEW_TAG, 201, MADE, TAG);
    private static final Exchange REFUSED = exchange(
            "POST",
            "",
            "application/json",
            LONG,
            400,
            Map.of(),
            error(
                    "invalid_request",
                    ",\"details\":[" + "{\"field\":\"label\",\"message\":\"must have at most 100 characters\"}]"));
    private static final Exchange UNSUPPORTED =
            exchange("POST", "", "text/plain", NEW_TAG, 415, Map.of(), error("unsupported_media_type", ""));

    static Stream<Exchange> sound() {
        return Stream.of(
                LIST,
                CREATED,
                REFUSED,
                UNSUPPORTED,
                exchange("PUT", "", "", "", 405, Map.of(), error("method_not_allowed", "")),
                exchange("GET", "/1/more", "", "", 404, Map.of(), error("not_found", "")));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void exchange_thatIsDocumented_isPassed(Exchange exchange) {
        assertThatCode(() -> Documentation.verify(new ApiDocument(Documentation.served(), PLACE), exchange))
                .doesNotThrowAnyException();
    }

    static Stream<Exchange> unsound() {
        return Stream.of(
                exchange("GET", "", "", "", 200, Map.of(), PAGE.replace("\"version\":1", "\"version\":0")),
                exchange("GET", "", "", "", 200, Map.of(), PAGE.replace("\"version\":1", "\"version\":1,\"more\":1")),
                exchange("GET", "", "", "", 200, Map.of(), PAGE.replace("8000-0", "8000-X")),
                exchange("GET", "", "", "", 200, Map.of(), PAGE.replace("30.123Z", "30Z")),
                exchange("GET", "", "", "", 200, Map.of("X-More", "1"), PAGE),
                exchange("GET", "?more=1", "", "", 200, Map.of(), PAGE),
                exchange("GET", "?page=0", "", "", 200, Map.of(), PAGE),
                exchange("GET", "?page=1&page=2", "", "", 200, Map.of(), PAGE),
                exchange("GET", "?association=user", "", "", 200, Map.of(), PAGE),
                exchange("GET", "", "", "", 404, Map.of(), error("not_found", "")),
                exchange("GET", "/1/more", "", "", 200, Map.of(), PAGE),
                exchange("PUT", "", "", "", 200, Map.of(), TAG),
                exchange("POST", "", "application/json", NEW_TAG, 201, Map.of("ETag", "\"1\""), TAG),
                exchange("POST", "", "application/json", LONG, 201, MADE, TAG),
                exchange("POST", "", "application/json", "{}", 201, MADE, TAG),
                exchange("POST", "", "application/json", "no JSON", 201, MADE, TAG),
                exchange("POST", "", "application/json", NEW_TAG, 415, Map.of(), error("unsupported_media_type", "")),
                exchange(
                        "POST",
                        "",
                        "application/json",
                        NEW_TAG,
                        400,
                        Map.of(),
                        REFUSED.reply().body()),
                exchange("POST", "", "application/json", LONG, 400, Map.of(), error("no_such_code", "")));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void exchange_thatIsNotDocumented_isFound(Exchange exchange) {
        expectFault(Documentation.served(), exchange);
    }

    static Stream<Arguments> faults() {
        var list = "/paths/~1tags/get";
        var create = "/paths/~1tags/post";
        return Stream.of(
                arguments("another server", LIST, "/servers", "[{\"url\":\"v2\"}]"),
                arguments("no operation", LIST, list, ""),
                arguments("no status", LIST, list + "/responses/200", ""),
                arguments("no header", LIST, list + "/responses/200/headers/X-Request-Id", ""),
                arguments("another header", LIST, "/components/headers/X-Request-Id/schema", "{\"const\":\"2\"}"),
                arguments("a header more", LIST, list + "/responses/200/headers/X-More", "{\"required\":true}"),
                arguments("no media type", LIST, list + "/responses/200/content/application~1json", ""),
                arguments("no field", LIST, "/components/schemas/Tag/properties/label", ""),
                arguments("a field more", LIST, "/components/schemas/Tag/required", "[\"more\"]"),
                arguments("another type", LIST, "/components/schemas/Tag/properties/version/type", "\"string\""),
                arguments("another format", LIST, "/components/schemas/Tag/properties/label/format", "\"date\""),
                arguments(
                        "never null", LIST, "/components/schemas/Tag/properties/partner_type", "{\"type\":\"string\"}"),
                arguments("no parameters", LIST, list + "/parameters", "[]"),
                arguments("narrower parameter", LIST, "/components/parameters/pageSize/schema/maximum", "5"),
                arguments("no field to send", CREATED, "/components/schemas/NewTag/properties/label", ""),
                arguments("a field to send", CREATED, "/components/schemas/NewTag/required", "[\"text_color\"]"),
                arguments("narrower field", CREATED, "/components/schemas/NewTag/properties/label/maxLength", "3"),
                arguments("no bound", REFUSED, "/components/schemas/NewTag/properties/label/maxLength", ""),
                arguments("no error", REFUSED, create + "/responses/400", ""),
                arguments("no details", REFUSED, "/components/schemas/Error/properties/details", ""),
                arguments("another body", UNSUPPORTED, create + "/requestBody/content/text~1plain", "{\"schema\":{}}"));
    }

    /** @param json replaces the node at the pointer; an empty text removes it */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void document_thatIsWrong_isFound(String fault, Exchange exchange, String pointer, String json) throws IOException {
        var document = Documentation.served();
        var cut = pointer.lastIndexOf('/');
        var parent = (ObjectNode) document.at(pointer.substring(0, cut));
        var name = pointer.substring(cut + 1).replace("~1", "/");
        assertThat(json.isEmpty() ? parent.remove(name) : parent.set(name, JSON.readTree(json)))
                .isNotNull();

        expectFault(document, exchange);
    }

    private static void expectFault(ObjectNode document, Exchange exchange) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Documentation.verify(new ApiDocument(document, PLACE), exchange));
    }

    private static Exchange exchange(
            String method,
            String path,
            String type,
            String body,
            int status,
            Map<String, String> headers,
            String reply) {
        var sent = type.isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", type);
        var answered = new HashMap<>(ReplyHeaders.common());
        answered.put(ReplyHeaders.REQUEST_ID, "1");
        answered.putAll(headers);
        return new Exchange(
                method,
                URI.create("http://localhost/dev/v1/tags" + path),
                headers(sent),
                body,
                new Reply(method, status, headers(answered), reply));
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        var lists = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return HttpHeaders.of(lists, (name, value) -> true);
    }

    private static String error(String code, String more) {
        return "{\"error\":\"No\",\"code\":\"" + code + "\"" + more + ",\"request_id\":\"1\"}";
    }
}
