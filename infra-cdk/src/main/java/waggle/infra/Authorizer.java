package waggle.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IdentitySource;
import software.amazon.awscdk.services.apigateway.RequestAuthorizer;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.Limits;

/** Who calls, and what the caller may do; its answer is kept per key and verb. */
final class Authorizer extends Construct {
    private final RequestAuthorizer authorizer;

    Authorizer(Construct scope, IFunction function) {
        super(scope, "Authorizer");
        authorizer = RequestAuthorizer.Builder.create(this, "Resource")
                .authorizerName("api-key")
                .handler(function)
                .identitySources(identitySources())
                .resultsCacheTtl(Duration.seconds(Limits.AUTHORIZER_CACHE.toSeconds()))
                .build();
    }

    IAuthorizer authorizer() {
        return authorizer;
    }

    /** The verb is part of the cache's key because the words of a refusal name what the verb needs. */
    private static List<String> identitySources() {
        return List.of(IdentitySource.header("Authorization"), IdentitySource.context("httpMethod"));
    }
}
