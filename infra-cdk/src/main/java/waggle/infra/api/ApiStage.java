package waggle.infra.api;

import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.xray.CfnSamplingRule;
import software.amazon.awscdk.services.xray.CfnSamplingRule.SamplingRuleProperty;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Logs;

/** The stage: name, logs, metrics, traces and throttle. */
final class ApiStage {
    /**
     * Requests a second for each method and route. The usage plan limits keys. This throttle keeps a flood of requests
     * to the open pages from using up the limit of the account.
     */
    private static final int RATE = 500;

    private static final int BURST = 1000;
    private static final double SAMPLING_RATE = 0.01;
    private static final int SAMPLING_PRIORITY = 100;

    private ApiStage() {}

    static StageOptions options(Environment environment, LogGroup accessLog) {
        return StageOptions.builder()
                .stageName(environment.id())
                .accessLogDestination(new LogGroupLogDestination(accessLog))
                .accessLogFormat(AccessLog.format())
                .loggingLevel(MethodLoggingLevel.ERROR)
                .dataTraceEnabled(false)
                // The metrics of single methods have a price each; those of the stage are free.
                .metricsEnabled(false)
                .tracingEnabled(true)
                .throttlingRateLimit(RATE)
                .throttlingBurstLimit(BURST)
                .build();
    }

    /**
     * Traces one request of a hundred. The default rule traces one a second besides, and so each request of a quiet
     * environment.
     */
    static void addSampling(Construct scope, Environment environment) {
        CfnSamplingRule.Builder.create(scope, "Sampling")
                .samplingRule(SamplingRuleProperty.builder()
                        .ruleName(environment.nameOf("api"))
                        .priority(SAMPLING_PRIORITY)
                        .fixedRate(SAMPLING_RATE)
                        .reservoirSize(0)
                        .serviceName(environment.nameOf("api") + "/" + environment.id())
                        .serviceType("AWS::ApiGateway::Stage")
                        .host("*")
                        .httpMethod("*")
                        .urlPath("*")
                        .resourceArn("*")
                        .version(1)
                        .build())
                .build();
    }

    /** Creates the log group under the name that the gateway expects; its own would never expire. */
    static void addExecutionLog(Construct scope, Environment environment, RestApi api) {
        var executionLog = Logs.group(scope, "ExecutionLog", environment)
                .logGroupName("API-Gateway-Execution-Logs_" + api.getRestApiId() + "/" + environment.id())
                .build();
        api.getDeploymentStage().getNode().addDependency(executionLog);
    }
}
