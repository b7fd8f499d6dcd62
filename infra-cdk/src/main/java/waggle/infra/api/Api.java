package waggle.infra.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.apigateway.ApiKeySourceType;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Logs;
import waggle.infra.environment.Nag;
import waggle.infra.environment.Option;

/** The REST API and its stage. */
public final class Api extends Construct {
    /** TLS 1.2 or 1.3, with forward secrecy only. The next stricter policy refuses TLS 1.2. */
    private static final String SECURITY_POLICY = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    /** Smaller bodies hardly shrink. The OpenAPI document shrinks to a tenth. */
    private static final Size COMPRESSED = Size.kibibytes(1);

    private final LogGroup accessLog;
    private final RestApi api;

    public Api(Construct scope, Environment environment) {
        super(scope, "Api");
        accessLog = Logs.group(this, "AccessLog", environment).build();
        api = RestApi.Builder.create(this, "Resource")
                .restApiName(environment.nameOf("api"))
                .endpointConfiguration(regional())
                .apiKeySourceType(ApiKeySourceType.AUTHORIZER)
                .cloudWatchRole(true)
                .minCompressionSize(COMPRESSED)
                .deployOptions(ApiStage.options(environment, accessLog))
                .build();
        ApiStage.addExecutionLog(this, environment, api);
        ApiStage.addSampling(this, environment);
        demandModernTls();
        removeOwnOutput();
        acceptFindings();
        if (hasWebAcl(environment)) {
            new WebAcl(this, environment, api.getDeploymentStage());
        } else {
            acceptMissingWebAcl();
        }
    }

    /** One line of JSON for each request. */
    public ILogGroup accessLog() {
        return accessLog;
    }

    /** The name that the DNS record of the operator's host name points to; empty without such a name. */
    public Optional<String> addCustomDomain(Environment environment) {
        return Option.DOMAIN.of(this, environment).map(name -> new CustomDomain(
                        this, api, name, Option.CERTIFICATE.required(this, environment))
                .target());
    }

    private boolean hasWebAcl(Environment environment) {
        return Option.WEB_ACL.of(this, environment).map("on"::equals).orElse(environment == Environment.PROD);
    }

    private void acceptMissingWebAcl() {
        Nag.accept(
                api.getDeploymentStage(),
                "AwsSolutions-APIG3",
                "Requests need a key with a rate limit, or are throttled and reach no data");
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
                api.getNode().findChild("CloudWatchRole"),
                "AwsSolutions-IAM4",
                "The managed policy for the logs of API Gateway, which an account sets once");
    }
}
