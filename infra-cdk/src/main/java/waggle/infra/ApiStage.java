package waggle.infra;

import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/** How the API is deployed and watched. */
final class ApiStage {
    /**
     * Requests a second and at once, of each verb and route. Keys are limited otherwise; without these, a flood of the
     * open pages would use up what the account has for all its APIs.
     */
    private static final int RATE = 500;

    private static final int BURST = 1000;

    private ApiStage() {}

    static StageOptions options(Construct scope, Environment environment) {
        var accessLog = Logs.group(scope, "AccessLog", environment).build();
        return StageOptions.builder()
                .stageName(environment.id())
                .accessLogDestination(new LogGroupLogDestination(accessLog))
                .accessLogFormat(AccessLog.format())
                .loggingLevel(MethodLoggingLevel.ERROR)
                .dataTraceEnabled(false)
                .metricsEnabled(true)
                .tracingEnabled(true)
                .throttlingRateLimit(RATE)
                .throttlingBurstLimit(BURST)
                .build();
    }

    /** Makes the log group that the gateway would otherwise make by itself, under the name it looks for. */
    static void addExecutionLog(Construct scope, Environment environment, RestApi api) {
        var executionLog = Logs.group(scope, "ExecutionLog", environment)
                .logGroupName("API-Gateway-Execution-Logs_" + api.getRestApiId() + "/" + environment.id())
                .build();
        api.getDeploymentStage().getNode().addDependency(executionLog);
    }
}
