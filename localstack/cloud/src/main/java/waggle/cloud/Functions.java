package waggle.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.authorizer.AuthorizerFunction;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFunction;
import waggle.cloud.lambda.LambdaProcess;
import waggle.delivery.receiver.Receivers;
import waggle.http.ApiFunction;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;
import waggle.model.aws.Clients;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.Settings;
import waggle.model.keys.KeyStore;
import waggle.site.SiteFunction;

/**
 * The functions behind the gateway, in this process or each in one of its own.
 *
 * @param others those that answer requests, by name
 */
record Functions(Lambda authorizer, Map<String, Lambda> others) implements AutoCloseable {
    private static final String AUTHORIZER = "authorizer";

    static Functions start(@Nullable Path packaged, Settings settings, PlanSettings plan, boolean localReceivers) {
        return packaged == null
                ? inProcess(settings, plan, EventFunctions.receivers(localReceivers))
                : packaged(packaged, settings, plan, localReceivers);
    }

    /** One application with the controllers of all groups: what separates them in AWS is only what is packaged. */
    private static Functions inProcess(Settings settings, PlanSettings plan, Receivers receivers) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        var keys = new KeyStore(Clients.dynamoDb(settings, credentials), settings.table());
        var api = new InProcessLambda(new ApiFunction(settings, credentials, plan, receivers));
        var others = new HashMap<String, Lambda>();
        for (var group : ResourceGroup.values()) {
            others.put(group.id(), api);
        }
        others.put(OpenPage.FUNCTION, new InProcessLambda(new SiteFunction(settings, credentials)));
        return new Functions(new InProcessLambda(new AuthorizerFunction(keys)), others);
    }

    private static Functions packaged(Path checkout, Settings settings, PlanSettings plan, boolean localReceivers) {
        var others = new HashMap<String, Lambda>();
        for (var group : ResourceGroup.values()) {
            var environment =
                    switch (group) {
                        case ACCOUNT -> environment(settings, plan);
                        case WEBHOOKS -> environment(settings, receivers(localReceivers));
                        default -> environment(settings);
                    };
            others.put(group.id(), packaged(checkout, group.id(), ApiFunction.class, environment));
        }
        others.put(OpenPage.FUNCTION, packaged(checkout, OpenPage.FUNCTION, SiteFunction.class, environment(settings)));
        return new Functions(packaged(checkout, AUTHORIZER, AuthorizerFunction.class, environment(settings)), others);
    }

    private static Lambda packaged(Path checkout, String name, Class<?> handler, Map<String, String> environment) {
        return new LambdaProcess(packaged(checkout, name, name, handler, environment));
    }

    /** @throws IllegalStateException when the module was not packaged */
    static LambdaFunction packaged(
            Path checkout, String module, String name, Class<?> handler, Map<String, String> environment) {
        var jar =
                checkout.resolve("functions").resolve(module).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
        return new LambdaFunction(name, jar, handler.getName(), environment);
    }

    /** What a function is told that calls webhooks; nothing where it may only call public addresses. */
    static Map<String, String> receivers(boolean local) {
        return local ? Map.of(Receivers.ENVIRONMENT, Receivers.LOCAL) : Map.of();
    }

    private static Map<String, String> environment(Settings settings, Map<String, String> more) {
        var environment = new HashMap<>(environment(settings));
        environment.putAll(more);
        return environment;
    }

    /** What the function is told that makes keys. */
    static Map<String, String> environment(Settings settings, PlanSettings plan) {
        var environment = new HashMap<>(environment(settings));
        environment.put(PlanSettings.USAGE_PLAN, plan.usagePlan());
        environment.put(
                PlanSettings.ENDPOINT, Objects.requireNonNull(plan.endpoint()).toString());
        return environment;
    }

    static Map<String, String> environment(Settings settings) {
        return Map.of(
                Settings.REGION,
                settings.region(),
                Settings.TABLE,
                settings.table(),
                Settings.DYNAMODB_ENDPOINT,
                Objects.requireNonNull(settings.dynamoDbEndpoint()).toString(),
                "AWS_ACCESS_KEY_ID",
                Cloud.CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                Cloud.CREDENTIALS.secretAccessKey());
    }

    @Override
    public void close() {
        authorizer.close();
        others.values().forEach(Lambda::close);
    }
}
