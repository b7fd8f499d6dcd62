package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenPage;

/** What stands beside the base, and needs no key (contract §1, "Authentication"). */
final class OpenPages {
    static final Tag TAG = new Tag().name("The API itself").description("What anybody can ask. No key is needed.");

    private static final int LONGEST_PAGE = 100_000;
    private static final int LONGEST_HEADER = 1000;
    private static final int LONGEST_VALUE = 100;
    private static final String[] OF_PAGES = {"Content-Security-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy"
    };

    private OpenPages() {}

    static void add(Paths paths) {
        for (var page : OpenPage.values()) {
            paths.addPathItem(
                    page.path(), new PathItem().servers(List.of(server())).get(operation(page)));
        }
    }

    private static Operation operation(OpenPage page) {
        var operation =
                switch (page) {
                    case STATUS ->
                        told("Says whether the API can serve", content("application/json", status()), headers());
                    case OPENAPI ->
                        told("Answers this document", content("application/json", Scalars.type("object")), headers());
                    case DOCS ->
                        told(
                                "Shows this document to people",
                                content("text/html", Scalars.text(1, LONGEST_PAGE)),
                                headers(OF_PAGES));
                };
        if (page == OpenPage.STATUS) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "503",
                            reply("A part of the API cannot be reached")
                                    .headers(Headers.ofError(ErrorCode.SERVICE_UNAVAILABLE))
                                    .content(content("application/json", unavailable())));
        }
        return operation
                .operationId("get" + Names.capital(page.name().toLowerCase(Locale.ROOT)))
                .addTagsItem(TAG.getName())
                .security(List.of())
                .addParametersItem(ListParameters.reference("If-None-Match"));
    }

    private static Operation told(String summary, Content content, Map<String, Header> headers) {
        return new Operation()
                .summary(summary)
                .responses(new ApiResponses()
                        .addApiResponse("200", reply("Found").headers(headers).content(content))
                        .addApiResponse(
                                "304", reply("The client has it already").headers(headers))
                        .addApiResponse("429", Errors.reference(ErrorCode.RATE_LIMIT_EXCEEDED))
                        .addApiResponse("500", Errors.reference(ErrorCode.INTERNAL_ERROR)));
    }

    private static ApiResponse reply(String description) {
        return new ApiResponse().description(description);
    }

    private static Content content(String type, ObjectNode schema) {
        return new Content().addMediaType(type, new MediaType().schema(Schemas.model(schema)));
    }

    /** How long a page may be kept, and its tag, are not those of a record. */
    private static Map<String, Header> headers(String... more) {
        var headers = new LinkedHashMap<>(Headers.common());
        headers.put("Cache-Control", text("How long it may be kept"));
        headers.put(Headers.ENTITY_TAG, text("Tells it from others"));
        Arrays.stream(more).forEach(name -> headers.put(name, text("What a browser may do with the page")));
        return headers;
    }

    private static Header text(String description) {
        return Headers.header(description, Scalars.text(1, LONGEST_HEADER));
    }

    private static Server server() {
        var server = new Server().url(".").description("Where this document is, in production and for development");
        server.addExtension("x-internal", false);
        return server;
    }

    private static ObjectNode status() {
        return status("ok");
    }

    private static ObjectNode status(String status) {
        var schema = Scalars.type("object");
        schema.putArray("required").add("status").add("version");
        schema.putObject("properties").set("status", Scalars.type("string").put("const", status));
        schema.withObject("properties").set("version", Scalars.text(1, LONGEST_VALUE));
        return schema;
    }

    /** What every error says, and which parts cannot be reached. */
    private static ObjectNode unavailable() {
        var schema = status("unavailable");
        var properties = schema.withObject("properties");
        var parts = Scalars.type("array").put("minItems", 1).put("maxItems", 1);
        parts.set("items", Scalars.type("string").put("const", "table"));
        properties.set("unavailable", parts);
        properties.set("error", Scalars.text(1, LONGEST_HEADER));
        properties.set("code", Scalars.type("string").put("const", ErrorCode.SERVICE_UNAVAILABLE.code()));
        properties.set("request_id", Scalars.text(1, LONGEST_VALUE));
        List.of("unavailable", "error", "code", "request_id").forEach(schema.withArray("required")::add);
        return schema;
    }
}
