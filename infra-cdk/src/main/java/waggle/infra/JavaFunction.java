package waggle.infra;

import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
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
import software.amazon.awscdk.services.lambda.Tracing;
import software.constructs.Construct;

/** A function that starts from a snapshot: callers reach it through the alias of its newest published version. */
final class JavaFunction extends Construct {
    private static final String ALIAS = "live";

    private final String name;
    private final FunctionRole role;
    private final Function function;
    private final Alias alias;

    JavaFunction(
            Construct scope,
            FunctionSpec spec,
            Environment environment,
            FunctionJars jars,
            Map<String, String> variables) {
        super(scope, spec.id());
        name = environment.nameOf(spec.id());
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
                .environment(variables)
                .role(role.role())
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .tracing(Tracing.ACTIVE)
                .build();
        alias = function.addAlias(ALIAS);
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes a version of each change");
    }

    FunctionRole role() {
        return role;
    }

    /** Adds an environment variable. */
    void tell(String variable, String value) {
        function.addEnvironment(variable, value);
    }

    /** What Lambda counts of all versions, minute by minute. */
    Metric metric(String metric, String statistic) {
        return function.metric(
                metric,
                MetricOptions.builder()
                        .statistic(statistic)
                        .period(Duration.minutes(1))
                        .build());
    }

    /** The alias by its name alone, so that what calls it can be there before it; the API may call it. */
    IFunction aliasByName(RestApi api) {
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

    /** What callers call: an unpublished function has no snapshot to start from. */
    IFunction alias() {
        return alias;
    }
}
