package waggle.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.lambda.IFunction;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;

/** Two greedy routes per resource, so that a new verb or a path below it touches no infrastructure; and the open pages. */
record Routes(RestApi api, IAuthorizer authorizer) {
    private static final String BELOW = "{proxy+}";

    void add(ResourceGroup group, IFunction function) {
        var integration = new LambdaIntegration(function, integrationOptions());
        for (var resource : group.resources()) {
            var root = api.getRoot().resourceForPath(ResourceGroup.BASE + "/" + resource.path());
            addSecured(root, integration);
            addSecured(root.addResource(BELOW), integration);
        }
    }

    void addOpenPages(IFunction function) {
        var integration = new LambdaIntegration(function, integrationOptions());
        for (var page : OpenPage.values()) {
            var root = api.getRoot().resourceForPath(page.path());
            addOpen(root, integration);
            if (page.hasMoreBelow()) {
                addOpen(root.addResource(BELOW), integration);
            }
        }
    }

    private void addSecured(IResource resource, LambdaIntegration integration) {
        var method = add(resource, integration, secured());
        Nag.accept(method, "AwsSolutions-COG4", "Callers are programs with API keys, not people of a user pool");
    }

    private void addOpen(IResource resource, LambdaIntegration integration) {
        var method = add(resource, integration, open());
        var reason = "Documentation and status are for everyone; the function behind them can reach no data";
        Nag.accept(method, "AwsSolutions-APIG4", reason);
        Nag.accept(method, "AwsSolutions-COG4", reason);
    }

    private static Method add(IResource resource, LambdaIntegration integration, MethodOptions options) {
        Preflight.add(resource);
        return resource.addMethod("ANY", integration, options);
    }

    /** Nobody is asked for a key. */
    private static MethodOptions open() {
        return MethodOptions.builder()
                .authorizationType(AuthorizationType.NONE)
                .apiKeyRequired(false)
                .build();
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
