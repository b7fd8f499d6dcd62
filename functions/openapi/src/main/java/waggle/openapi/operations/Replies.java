package waggle.openapi.operations;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import waggle.http.request.Idempotency;
import waggle.http.request.Query;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Endpoint;

/** The replies of an endpoint. */
final class Replies {
    private static final Map<Integer, String> DESCRIPTIONS = Map.of(200, "Done", 201, "Created", 204, "Deleted");

    private final Schemas schemas;

    Replies(Schemas schemas) {
        this.schemas = schemas;
    }

    ApiResponses of(Endpoint endpoint) {
        var replies = new ApiResponses().addApiResponse(Integer.toString(endpoint.status()), success(endpoint));
        if (endpoint.isRead() && endpoint.returnsRecord()) {
            replies.addApiResponse(
                    "304",
                    new ApiResponse()
                            .description("The client's copy is current")
                            .headers(Headers.common(Headers.ENTITY_TAG)));
        }
        Errors.of(endpoint)
                .forEach(code -> replies.addApiResponse(Integer.toString(code.status()), Errors.reference(code)));
        return replies;
    }

    private ApiResponse success(Endpoint endpoint) {
        var reply = new ApiResponse()
                .description(endpoint.isRead() ? "Found" : DESCRIPTIONS.get(endpoint.status()))
                .headers(headers(endpoint));
        endpoint.replyType()
                .ifPresent(type -> reply.content(
                        new Content().addMediaType("application/json", new MediaType().schema(schemas.reply(type)))));
        return reply;
    }

    private static Map<String, Header> headers(Endpoint endpoint) {
        var headers = new LinkedHashMap<>(Headers.common());
        if (endpoint.returnsRecord()) {
            headers.putAll(Headers.common(Headers.ENTITY_TAG));
            if (endpoint.hasParameter(Query.class)
                    && (!endpoint.resource().references().isEmpty()
                            || endpoint.resource().storing().isLog())) {
                headers.put(Headers.ENTITY_TAG, Headers.entityTagUnlessExpanded());
            }
        }
        if (endpoint.status() == 201) {
            headers.putAll(Headers.common(Headers.LOCATION));
        }
        if (endpoint.hasParameter(Idempotency.class)) {
            headers.putAll(Headers.common(Headers.REPLAYED));
        }
        return headers;
    }
}
