package waggle.infra.api;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.apigateway.ApiKeySourceType;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Nag;

/** The REST API and its stage. */
public final class Api extends Construct {
    /** TLS 1.2 or 1.3, with forward secrecy only. The next stricter policy refuses TLS 1.2. */
    private static final String SECURITY_POLICY = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    /** Smaller bodies hardly shrink. The script of the documentation shrinks to a third. */
    private static final Size COMPRESSED = Size.kibibytes(1);

    private final RestApi api;

    public Api(Construct scope, Environment environment) {
        super(scope, "Api");
        api = RestApi.Builder.create(this, "Resource")
                .restApiName(environment.nameOf("api"))
                .endpointConfiguration(regional())
                .apiKeySourceType(ApiKeySourceType.AUTHORIZER)
                .cloudWatchRole(true)
                .minCompressionSize(COMPRESSED)
                .deployOptions(ApiStage.options(this, environment))
                .build();
        ApiStage.addExecutionLog(this, environment, api);
        demandModernTls();
        removeOwnOutput();
        acceptFindings();
    }

    public RestApi rest() {
        return api;
    }

    private static EndpointConfiguration regional() {
        return EndpointConfiguration.builder()
                .types(List.of(EndpointType.REGIONAL))
                .build();
    }

    /** {@link RestApi} has no property for the security policy. */
    private void demandModernTls() {
        var resource = (CfnRestApi) Objects.requireNonNull(api.getNode().getDefaultChild());
        resource.setSecurityPolicy(SECURITY_POLICY);
        resource.setEndpointAccessMode("STRICT");
    }

    /** CDK's output is the URL of the stage, which returns 404. {@code BaseUrl} replaces it. */
    private void removeOwnOutput() {
        api.getNode().tryRemoveChild("Endpoint");
    }

    private void acceptFindings() {
        Nag.accept(api, "AwsSolutions-APIG2", "The functions validate their input and return all faults together");
        Nag.accept(
                api.getDeploymentStage(),
                "AwsSolutions-APIG3",
                "Requests need a key with a rate limit, or are throttled and reach no data; a web ACL is the operator's choice");
        Nag.accept(
                api.getNode().findChild("CloudWatchRole"),
                "AwsSolutions-IAM4",
                "The managed policy for the logs of API Gateway, which an account sets once");
    }
}
