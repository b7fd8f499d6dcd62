package waggle.openapi.operations;

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
import java.util.stream.Collectors;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenPage;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Names;

/** The operations outside the base, which need no key (docs/api.md, "Conventions"). */
public final class OpenPages {
    public static final Tag TAG = new Tag().name("The API itself").description("These operations need no key.");

    private static final int LONGEST_PAGE = 100_000;
    private static final int LONGEST_HEADER = 1000;
    private static final String[] PAGE_HEADERS = {
        "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy"
    };

    private OpenPages() {}

    public static void add(Paths paths) {
        for (var page : OpenPage.values()) {
            paths.addPathItem(
                    page.path(), new PathItem().servers(List.of(server())).get(operation(page)));
        }
        paths.addPathItem(
                OpenPage.STATUS.path() + "/history",
                new PathItem().servers(List.of(server())).get(history()));
    }

    private static Operation operation(OpenPage page) {
        var operation =
                switch (page) {
                    case STATUS ->
                        operation(
                                "Returns the status of the API: as JSON, or as a page to clients that prefer HTML",
                                content("application/json", StatusSchemas.status())
                                        .addMediaType("text/html", html()),
                                orPage(headers()));
                    case OPENAPI ->
                        operation(
                                "Returns this document",
                                content("application/json", Scalars.type("object")),
                                headers());
                    case ASYNCAPI ->
                        operation(
                                "Returns the AsyncAPI document of live updates",
                                content("application/json", Scalars.type("object")),
                                headers());
                    case LIVE_SCRIPT ->
                        operation(
                                "Returns a client of live updates, as a JavaScript module",
                                content("text/javascript", Scalars.text(1, LONGEST_PAGE)),
                                headers());
                    case DOCS ->
                        operation(
                                "Returns this document as a web page",
                                content("text/html", Scalars.text(1, LONGEST_PAGE)),
                                headers(PAGE_HEADERS));
                    case CONSOLE ->
                        operation(
                                "Returns the console, a web page that asks for an API key",
                                content("text/html", Scalars.text(1, LONGEST_PAGE)),
                                headers(PAGE_HEADERS));
                };
        if (page == OpenPage.STATUS) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "503",
                            reply("A part of the API is unavailable")
                                    .headers(unavailable())
                                    .content(content("application/json", StatusSchemas.unavailable())
                                            .addMediaType("text/html", html())));
        }
        return operation
                .operationId("get" + name(page))
                .addTagsItem(TAG.getName())
                .security(List.of())
                .addParametersItem(ListParameters.reference("If-None-Match"));
    }

    private static String name(OpenPage page) {
        return Arrays.stream(page.name().toLowerCase(Locale.ROOT).split("_", -1))
                .map(Names::capital)
                .collect(Collectors.joining());
    }

    private static Operation operation(String summary, Content content, Map<String, Header> headers) {
        return new Operation()
                .summary(summary)
                .responses(new ApiResponses()
                        .addApiResponse("200", reply("Found").headers(headers).content(content))
                        .addApiResponse(
                                "304", reply("The client's copy is current").headers(headers))
                        .addApiResponse("429", Errors.reference(ErrorCode.RATE_LIMIT_EXCEEDED))
                        .addApiResponse("500", Errors.reference(ErrorCode.INTERNAL_ERROR)));
    }

    private static ApiResponse reply(String description) {
        return new ApiResponse().description(description);
    }

    private static Content content(String type, ObjectNode schema) {
        return new Content().addMediaType(type, new MediaType().schema(Schemas.model(schema)));
    }

    /** The headers of a page: the values of its tag and of {@code Cache-Control} differ from those of records. */
    private static Map<String, Header> headers(String... more) {
        var headers = new LinkedHashMap<>(Headers.common());
        headers.put("Cache-Control", text("The time for which caches may keep the reply"));
        headers.put(Headers.ENTITY_TAG, text("The version of the content"));
        Arrays.stream(more).forEach(name -> headers.put(name, text("The rights of the page in the browser")));
        return headers;
    }

    /** The page has headers that the JSON lacks. */
    private static Map<String, Header> orPage(Map<String, Header> headers) {
        Arrays.stream(PAGE_HEADERS)
                .forEach(name -> headers.put(
                        name, text("The rights of the page in the browser").required(false)));
        return headers;
    }

    private static Map<String, Header> unavailable() {
        var headers = orPage(new LinkedHashMap<>(Headers.ofError(ErrorCode.SERVICE_UNAVAILABLE)));
        headers.put("Cache-Control", text("The reply is not stored"));
        return headers;
    }

    private static Header text(String description) {
        return Headers.header(description, Scalars.text(1, LONGEST_HEADER));
    }

    static Server server() {
        var server = new Server().url(".").description("The folder of this document");
        server.addExtension("x-internal", false);
        return server;
    }

    private static MediaType html() {
        return new MediaType().schema(Schemas.model(Scalars.text(1, LONGEST_PAGE)));
    }

    private static Operation history() {
        var operation = operation(
                "Returns the days of the status", content("application/json", StatusSchemas.history()), headers());
        operation.getResponses().addApiResponse("400", Errors.reference(ErrorCode.INVALID_REQUEST));
        operation.getResponses().addApiResponse("503", Errors.reference(ErrorCode.SERVICE_UNAVAILABLE));
        return operation
                .operationId("getStatusHistory")
                .addTagsItem(TAG.getName())
                .security(List.of())
                .addParametersItem(ListParameters.reference("If-None-Match"))
                .addParametersItem(StatusSchemas.days());
    }
}
