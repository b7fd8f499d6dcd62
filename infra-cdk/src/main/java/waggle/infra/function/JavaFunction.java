package waggle.infra.function;

import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Logs;

/** A function with SnapStart. Callers use its alias, since only published versions have snapshots. */
public final class JavaFunction extends Construct {
    private static final String ALIAS = "live";

    /**
     * The JDK closes idle connections after 5 seconds by default, so a quiet function would begin TLS again and again. It keeps
     * 5 of a host, and the relay of live updates sends to 64 connections at once.
     */
    private static final String KEEP_CONNECTIONS = "-Dhttp.keepAlive.time.server=55 -Dhttp.maxConnections=64";

    private final String id;
    private final String name;
    private final FunctionRole role;
    private final Function function;
    private final Alias alias;

    public JavaFunction(
            Construct scope,
            FunctionSpec spec,
            Environment environment,
            FunctionJars jars,
            Map<String, String> variables) {
        super(scope, spec.id());
        id = spec.id();
        name = environment.nameOf(id);
        var logs = Logs.group(this, "Logs", environment).build();
        role = new FunctionRole(this, logs);
        function = Function.Builder.create(this, "Resource")
                .functionName(name)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(spec.handler())
                .code(jars.of(spec.module()))
                .memorySize(spec.memory())
                .timeout(spec.timeout())
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                // A rollback points the alias at an older version.
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build())
                .environment(variables)
                .role(role.role())
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                // Lambda's own lines about each call cost more than the lines of the function.
                .systemLogLevelV2(SystemLogLevel.WARN)
                .tracing(spec.tracing())
                .build();
        function.addEnvironment("JAVA_TOOL_OPTIONS", KEEP_CONNECTIONS);
        alias = function.addAlias(ALIAS);
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes a version of each change");
    }

    /** The last part of its name. */
    public String id() {
        return id;
    }

    public FunctionRole role() {
        return role;
    }

    /** Adds an environment variable. */
    public void setVariable(String variable, String value) {
        function.addEnvironment(variable, value);
    }

    /** A metric of all versions of the function. */
    public Metric metric(String metric, String statistic, Duration period) {
        return function.metric(
                metric,
                MetricOptions.builder().statistic(statistic).period(period).build());
    }

    /** A reference to the alias by name, which makes no dependency on it. The API gets permission to call it. */
    public IFunction aliasByName(RestApi api) {
        alias.addPermission(
                "Api",
                Permission.builder()
                        .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                        .sourceArn(api.arnForExecuteApi())
                        .build());
        return Function.fromFunctionAttributes(
                this,
                "ByName",
                FunctionAttributes.builder()
                        .functionArn("arn:" + Aws.PARTITION + ":lambda:" + Aws.REGION + ":" + Aws.ACCOUNT_ID
                                + ":function:" + name + ":" + ALIAS)
                        .sameEnvironment(false)
                        .skipPermissions(true)
                        .build());
    }

    /** The target of all callers. */
    public Alias alias() {
        return alias;
    }
}
