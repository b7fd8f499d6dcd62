package waggle.infra.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.MethodResponse;
import software.amazon.awscdk.services.apigateway.MockIntegration;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;

/**
 * A reply of the gateway itself to requests without a key.
 *
 * @param headers literal values; the request id is added
 * @param templates bodies by content type, with variables of API Gateway
 */
record MockReply(int status, Map<String, String> headers, Map<String, String> templates) {
    /** Content types of requests. The gateway refuses any other one that a mock integration has no template for. */
    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/merge-patch+json",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "application/xml",
            "multipart/form-data",
            "text/plain",
            "text/xml");

    Method add(IResource resource, String method) {
        return resource.addMethod(method, integration(), declaration());
    }

    private MockIntegration integration() {
        var requests = new TreeMap<String, String>();
        CONTENT_TYPES.forEach(type -> requests.put(type, "{\"statusCode\":" + status + "}"));
        return MockIntegration.Builder.create()
                .passthroughBehavior(PassthroughBehavior.WHEN_NO_TEMPLATES)
                .requestTemplates(requests)
                .integrationResponses(List.of(IntegrationResponse.builder()
                        .statusCode(Integer.toString(status))
                        .responseParameters(mapping())
                        .responseTemplates(templates)
                        .build()))
                .build();
    }

    private MethodOptions declaration() {
        var declared = new TreeMap<String, Boolean>();
        mapping().keySet().forEach(header -> declared.put(header, true));
        return MethodOptions.builder()
                .authorizationType(AuthorizationType.NONE)
                .apiKeyRequired(false)
                .methodResponses(List.of(MethodResponse.builder()
                        .statusCode(Integer.toString(status))
                        .responseParameters(declared)
                        .build()))
                .build();
    }

    private Map<String, String> mapping() {
        var mapping = new TreeMap<String, String>();
        ParameterMapping.of(headers).forEach((name, value) -> mapping.put("method.response.header." + name, value));
        return mapping;
    }
}
