package waggle.infra.api;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IdentitySource;
import software.amazon.awscdk.services.apigateway.TokenAuthorizer;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.Limits;
import waggle.model.keys.KeySecret;

/**
 * The authorizer of all requests that need a key. The gateway refuses headers that cannot be keys without a call, and
 * caches the result for each key.
 */
public final class Authorizer extends Construct {
    private final TokenAuthorizer authorizer;

    public Authorizer(Construct scope, IFunction function) {
        super(scope, "Authorizer");
        authorizer = TokenAuthorizer.Builder.create(this, "Resource")
                .authorizerName("api-key")
                .handler(function)
                .identitySource(IdentitySource.header("Authorization"))
                .validationRegex(KeySecret.AUTHORIZATION)
                .resultsCacheTtl(Duration.seconds(Limits.AUTHORIZER_CACHE.toSeconds()))
                .build();
    }

    public IAuthorizer authorizer() {
        return authorizer;
    }
}
