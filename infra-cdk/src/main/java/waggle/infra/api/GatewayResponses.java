package waggle.infra.api;

import java.util.Map;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import waggle.platform.gateway.GatewayReply;

/** The replies of API Gateway itself, in the format of all errors (docs/api.md, "Conventions"). */
public final class GatewayResponses {
    private GatewayResponses() {}

    public static void addTo(RestApi api) {
        for (var reply : GatewayReply.values()) {
            api.addGatewayResponse(reply.name(), options(reply));
        }
    }

    private static GatewayResponseOptions options(GatewayReply reply) {
        return GatewayResponseOptions.builder()
                .type(ResponseType.of(reply.name()))
                // DEFAULT_4XX too: its code would not fit the other statuses of the gateway.
                .statusCode(Integer.toString(reply.code().status()))
                .responseHeaders(ParameterMapping.of(reply.headers()))
                .templates(Map.of("application/json", reply.template()))
                .build();
    }
}
