package waggle.openapi.operations;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.UUID;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenRoute;
import waggle.model.json.Json;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;

/** The operation that CRMs call (docs/crm.md, "Hooks"). */
public final class CrmHook {
    private static final int LONGEST_SECRET = 100;
    private static final List<ErrorCode> ERRORS = List.of(
            ErrorCode.INVALID_REQUEST,
            ErrorCode.ACCESS_DENIED,
            ErrorCode.NOT_FOUND,
            ErrorCode.PAYLOAD_TOO_LARGE,
            ErrorCode.RATE_LIMIT_EXCEEDED,
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.SERVICE_UNAVAILABLE);

    private CrmHook() {}

    public static void add(Paths paths) {
        paths.addPathItem(
                OpenRoute.CRM_HOOKS.path() + "/{connection}/{secret}",
                new PathItem().servers(List.of(OpenPages.server())).post(operation()));
    }

    private static Operation operation() {
        var body = new MediaType().schema(Schemas.model(Json.mapper().createObjectNode()));
        return new Operation()
                .operationId("notifyOfCrmChanges")
                .addTagsItem(OpenPages.TAG.getName())
                .summary("Tells which records of a CRM changed")
                .description(
                        "The CRM of a connection calls the address that the connection's `hook` has. HubSpot signs the call, and"
                                + " Pipedrive sends user and password. The values in the body are not read.")
                .security(List.of())
                .addParametersItem(path("connection", "The uuid of the connection")
                        .schema(Schemas.model(Scalars.written(UUID.class).orElseThrow())))
                .addParametersItem(path("secret", "The secret of the address")
                        .schema(Schemas.model(Scalars.text(1, LONGEST_SECRET))))
                .requestBody(new RequestBody()
                        .required(true)
                        .description("As the CRM sends it")
                        .content(new Content().addMediaType("application/json", body)))
                .responses(responses());
    }

    private static Parameter path(String name, String description) {
        return new Parameter().name(name).in("path").required(true).description(description);
    }

    private static ApiResponses responses() {
        var responses = new ApiResponses()
                .addApiResponse("204", new ApiResponse().description("Taken").headers(Headers.common()));
        ERRORS.forEach(code -> responses.addApiResponse(Integer.toString(code.status()), Errors.reference(code)));
        return responses;
    }
}
