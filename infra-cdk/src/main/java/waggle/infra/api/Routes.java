package waggle.infra.api;

import java.util.Map;
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
import waggle.infra.environment.Nag;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.OpenRoute;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.gateway.CatchAll;

/** Two greedy routes for each resource, so that new methods and nested paths need no new routes; and the open pages. */
public record Routes(RestApi api, IAuthorizer authorizer) {
    private static final String BELOW = "{proxy+}";
    private static final String PUBLIC = "Documentation and status are public; their function reaches no data";
    private static final String CHECKED = "The function checks the secret in the path, and who made the request";

    public void add(ResourceGroup group, IFunction function) {
        var integration = new LambdaIntegration(function, integrationOptions());
        for (var resource : group.roots()) {
            var root = api.getRoot().resourceForPath(ResourceGroup.BASE + "/" + resource.path());
            addSecured(root, integration);
            addSecured(root.addResource(BELOW), integration);
        }
        for (var route : OpenRoute.of(group)) {
            var root = api.getRoot().resourceForPath(route.path());
            addOpen(root, integration, CHECKED);
            addOpen(root.addResource(BELOW), integration, CHECKED);
        }
    }

    public void addOpenPages(IFunction function) {
        var integration = new LambdaIntegration(function, integrationOptions());
        for (var page : OpenPage.values()) {
            var root = api.getRoot().resourceForPath(page.path());
            addOpen(root, integration, PUBLIC);
            if (page.hasMoreBelow()) {
                addOpen(root.addResource(BELOW), integration, PUBLIC);
            }
        }
    }

    /** The replies to paths that no other route matches. They need no function, so nobody can keep one busy. */
    public void addCatchAll() {
        var reply = CatchAll.REPLY;
        var mock = new MockReply(reply.code().status(), reply.headers(), Map.of("application/json", reply.template()));
        for (var path : CatchAll.RESOURCES) {
            var method = mock.add(resource(path), "ANY");
            Nag.accept(method, "AwsSolutions-APIG4", "The reply is constant");
            Nag.accept(method, "AwsSolutions-COG4", "The reply is constant");
        }
    }

    /** CDK does not find the root by its path. */
    private IResource resource(String path) {
        return path.equals("/") ? api.getRoot() : api.getRoot().resourceForPath(path);
    }

    private void addSecured(IResource resource, LambdaIntegration integration) {
        var method = add(resource, integration, secured());
        Nag.accept(method, "AwsSolutions-COG4", "Clients are programs with API keys, not users of a user pool");
    }

    private void addOpen(IResource resource, LambdaIntegration integration, String reason) {
        var method = add(resource, integration, open());
        Nag.accept(method, "AwsSolutions-APIG4", reason);
        Nag.accept(method, "AwsSolutions-COG4", reason);
    }

    private static Method add(IResource resource, LambdaIntegration integration, MethodOptions options) {
        Preflight.add(resource);
        return resource.addMethod("ANY", integration, options);
    }

    private static MethodOptions open() {
        return MethodOptions.builder()
                .authorizationType(AuthorizationType.NONE)
                .apiKeyRequired(false)
                .build();
    }

    /** The usage plan counts only requests that require a key. */
    private MethodOptions secured() {
        return MethodOptions.builder()
                .authorizer(authorizer)
                .apiKeyRequired(true)
                .build();
    }

    /** One permission for each function. One for each route would exceed the 20 KB of a function's policy. */
    private static LambdaIntegrationOptions integrationOptions() {
        return LambdaIntegrationOptions.builder()
                .timeout(Duration.seconds(Limits.GATEWAY_TIMEOUT.toSeconds()))
                .scopePermissionToMethod(false)
                .build();
    }
}
