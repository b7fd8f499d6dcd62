package waggle.infra.api;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IdentitySource;
import software.amazon.awscdk.services.apigateway.RequestAuthorizer;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.Limits;

/** The authorizer of all requests that need a key. The gateway caches its policy for each key and method. */
public final class Authorizer extends Construct {
    private final RequestAuthorizer authorizer;

    public Authorizer(Construct scope, IFunction function) {
        super(scope, "Authorizer");
        authorizer = RequestAuthorizer.Builder.create(this, "Resource")
                .authorizerName("api-key")
                .handler(function)
                .identitySources(identitySources())
                .resultsCacheTtl(Duration.seconds(Limits.AUTHORIZER_CACHE.toSeconds()))
                .build();
    }

    public IAuthorizer authorizer() {
        return authorizer;
    }

    /** The cache key contains the method, because a refusal names the permission that the method needs. */
    private static List<String> identitySources() {
        return List.of(IdentitySource.header("Authorization"), IdentitySource.context("httpMethod"));
    }
}
