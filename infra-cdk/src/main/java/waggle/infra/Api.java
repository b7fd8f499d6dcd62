package waggle.infra;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.apigateway.ApiKeySourceType;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.constructs.Construct;

/** The REST API and its stage. */
final class Api extends Construct {
    /** TLS 1.2 or 1.3, with forward secrecy only; the next stricter policy would turn TLS 1.2 away. */
    private static final String SECURITY_POLICY = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    /** Below it, a compressed body is hardly smaller; the documentation's script becomes a third. */
    private static final Size COMPRESSED = Size.kibibytes(1);

    private final RestApi api;

    Api(Construct scope, Environment environment) {
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

    RestApi rest() {
        return api;
    }

    private static EndpointConfiguration regional() {
        return EndpointConfiguration.builder()
                .types(List.of(EndpointType.REGIONAL))
                .build();
    }

    /** {@link RestApi} has no property for it yet. */
    private void demandModernTls() {
        var resource = (CfnRestApi) Objects.requireNonNull(api.getNode().getDefaultChild());
        resource.setSecurityPolicy(SECURITY_POLICY);
        resource.setEndpointAccessMode("STRICT");
    }

    /** CDK's output is the stage's address, which answers 404; ours is the base that calls begin with. */
    private void removeOwnOutput() {
        api.getNode().tryRemoveChild("Endpoint");
    }

    private void acceptFindings() {
        Nag.accept(api, "AwsSolutions-APIG2", "The functions check their input and name every fault of it at once");
        Nag.accept(
                api.getDeploymentStage(),
                "AwsSolutions-APIG3",
                "Calls need a key, which is rate limited, or are throttled and reach no data; a web ACL is the operator's choice");
        Nag.accept(
                api.getNode().findChild("CloudWatchRole"),
                "AwsSolutions-IAM4",
                "AWS's own policy for API Gateway's logging, which is set once for a whole account");
    }
}
