package waggle.infra.api;

import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
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

    /** Creates the log group under the name that the gateway expects; its own would never expire. */
    static void addExecutionLog(Construct scope, Environment environment, RestApi api) {
        var executionLog = Logs.group(scope, "ExecutionLog", environment)
                .logGroupName("API-Gateway-Execution-Logs_" + api.getRestApiId() + "/" + environment.id())
                .build();
        api.getDeploymentStage().getNode().addDependency(executionLog);
    }
}
