package waggle.infra.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.MethodResponse;
import software.amazon.awscdk.services.apigateway.MockIntegration;
import waggle.platform.gateway.Cors;

/**
 * The reply to CORS preflight requests, from the gateway itself. CDK's preflight cannot send the request id, which
 * every reply has.
 */
final class Preflight {
    private static final String STATUS = "204";

    private Preflight() {}

    static void add(IResource resource) {
        resource.addMethod("OPTIONS", reply(), declaration());
    }

    private static MockIntegration reply() {
        return MockIntegration.Builder.create()
                .requestTemplates(Map.of("application/json", "{\"statusCode\":" + STATUS + "}"))
                .integrationResponses(List.of(IntegrationResponse.builder()
                        .statusCode(STATUS)
                        .responseParameters(headers())
                        .build()))
                .build();
    }

    private static MethodOptions declaration() {
        var declared = new TreeMap<String, Boolean>();
        headers().keySet().forEach(header -> declared.put(header, true));
        return MethodOptions.builder()
                // Browsers send a preflight without credentials (Fetch standard, "CORS-preflight fetch").
                .authorizationType(AuthorizationType.NONE)
                .apiKeyRequired(false)
                .methodResponses(List.of(MethodResponse.builder()
                        .statusCode(STATUS)
                        .responseParameters(declared)
                        .build()))
                .build();
    }

    private static Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        ParameterMapping.of(Cors.preflight())
                .forEach((name, value) -> headers.put("method.response.header." + name, value));
        return headers;
    }
}
