package waggle.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.lambda.IFunction;
import waggle.model.Limits;
import waggle.model.ResourceGroup;

/** Two greedy routes per resource, so that a new verb or a path below it touches no infrastructure. */
record Routes(RestApi api, IAuthorizer authorizer) {

    void add(ResourceGroup group, IFunction function) {
        var integration = new LambdaIntegration(function, integrationOptions());
        for (var resource : group.resources()) {
            var root = api.getRoot().resourceForPath(ResourceGroup.BASE + "/" + resource.path());
            add(root, integration);
            add(root.addResource("{proxy+}"), integration);
        }
    }

    private void add(IResource resource, LambdaIntegration integration) {
        var method = resource.addMethod("ANY", integration, secured());
        Nag.accept(method, "AwsSolutions-COG4", "Callers are programs with API keys, not people of a user pool");
        Preflight.add(resource);
    }

    /** The usage plan counts only where a key is required. */
    private MethodOptions secured() {
        return MethodOptions.builder()
                .authorizer(authorizer)
                .apiKeyRequired(true)
                .build();
    }

    /** One permission per function: one per route would outgrow the 20 KB of a function's policy. */
    private static LambdaIntegrationOptions integrationOptions() {
        return LambdaIntegrationOptions.builder()
                .timeout(Duration.seconds(Limits.GATEWAY_TIMEOUT.toSeconds()))
                .scopePermissionToMethod(false)
                .build();
    }
}
