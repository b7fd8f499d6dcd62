package waggle.openapi.operations;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import waggle.http.reply.ApiError;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.json.Json;
import waggle.model.records.Precondition;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Endpoint;
import waggle.openapi.source.Names;

/** The error replies: one for each error code that several operations can return. */
public final class Errors {
    private static final String REQUEST = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    /** Documented methods never return 405. The introduction has the others, whose statuses have replies already. */
    private static final EnumSet<ErrorCode> NOT_SHARED = EnumSet.of(
            ErrorCode.METHOD_NOT_ALLOWED,
            ErrorCode.RECORD_TOO_LARGE,
            ErrorCode.RESPONSE_TOO_LARGE,
            ErrorCode.PAYMENT_HELD,
            ErrorCode.BELOW_MINIMUM_PAYOUT);

    private Errors() {}

    public static Map<String, ApiResponse> all(Schemas schemas) {
        var schema = schemas.reply(Argument.of(ApiError.class));
        var all = new LinkedHashMap<String, ApiResponse>();
        for (var code : EnumSet.complementOf(NOT_SHARED)) {
            var body = new MediaType().schema(schema).example(Json.tree(example(code)));
            all.put(
                    name(code),
                    new ApiResponse()
                            .description(code.message())
                            .headers(Headers.ofError(code))
                            .content(new Content().addMediaType("application/json", body)));
        }
        return all;
    }

    /** The errors of an endpoint follow from the parameters of its Java method. */
    static Set<ErrorCode> of(Endpoint endpoint) {
        var codes = EnumSet.of(
                ErrorCode.INVALID_REQUEST,
                ErrorCode.INVALID_API_KEY,
                ErrorCode.ACCESS_DENIED,
                ErrorCode.RATE_LIMIT_EXCEEDED,
                ErrorCode.INTERNAL_ERROR,
                ErrorCode.SERVICE_UNAVAILABLE);
        addIf(!endpoint.variables().isEmpty(), codes, ErrorCode.NOT_FOUND);
        // A CRM may refuse the read of its schema.
        addIf(!endpoint.isRead() || endpoint.path().endsWith("/schema"), codes, ErrorCode.CONFLICT);
        addIf(endpoint.hasParameter(Precondition.class), codes, ErrorCode.VERSION_MISMATCH);
        addIf(endpoint.hasParameter(Idempotency.class), codes, ErrorCode.IDEMPOTENCY_KEY_REUSED);
        addIf(
                endpoint.hasParameter(JsonBody.class) || endpoint.verb() == HttpMethod.POST,
                codes,
                ErrorCode.PAYLOAD_TOO_LARGE,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        return codes;
    }

    static ApiResponse reference(ErrorCode code) {
        return new ApiResponse().$ref("#/components/responses/" + name(code));
    }

    private static void addIf(boolean condition, Set<ErrorCode> codes, ErrorCode... more) {
        if (condition) {
            codes.addAll(Arrays.asList(more));
        }
    }

    private static ApiError example(ErrorCode code) {
        return code == ErrorCode.INVALID_REQUEST
                ? new ApiError("label is required", code, List.of(new Fault("label", "is required")), REQUEST)
                : new ApiError(code.message(), code, List.of(), REQUEST);
    }

    private static String name(ErrorCode code) {
        return Names.capitals(code.code());
    }
}
