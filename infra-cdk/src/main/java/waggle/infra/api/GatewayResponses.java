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
        var options = GatewayResponseOptions.builder()
                .type(ResponseType.of(reply.name()))
                .responseHeaders(ParameterMapping.of(reply.headers()))
                .templates(Map.of("application/json", reply.template()));
        if (reply != GatewayReply.DEFAULT_4XX) {
            options.statusCode(Integer.toString(reply.code().status()));
        }
        return options.build();
    }
}
