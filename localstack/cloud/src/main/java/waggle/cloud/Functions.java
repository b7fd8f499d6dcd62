package waggle.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.authorizer.AuthorizerFunction;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFunction;
import waggle.cloud.lambda.LambdaProcess;
import waggle.http.ApiFunction;
import waggle.model.ResourceGroup;
import waggle.model.aws.Clients;
import waggle.model.aws.Settings;
import waggle.model.keys.KeyStore;

/** The functions behind the gateway, in this process or each in one of its own. */
record Functions(Lambda authorizer, Map<ResourceGroup, Lambda> groups) implements AutoCloseable {

    static Functions start(@Nullable Path packaged, Settings settings) {
        return packaged == null ? inProcess(settings) : packaged(packaged, settings);
    }

    /** One application with the controllers of all groups: what separates them in AWS is only what is packaged. */
    private static Functions inProcess(Settings settings) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        var keys = new KeyStore(Clients.dynamoDb(settings, credentials), settings.table());
        var api = new InProcessLambda(new ApiFunction(settings, credentials));
        var groups = new EnumMap<ResourceGroup, Lambda>(ResourceGroup.class);
        for (var group : ResourceGroup.values()) {
            groups.put(group, api);
        }
        return new Functions(new InProcessLambda(new AuthorizerFunction(keys)), groups);
    }

    private static Functions packaged(Path checkout, Settings settings) {
        var groups = new EnumMap<ResourceGroup, Lambda>(ResourceGroup.class);
        for (var group : ResourceGroup.values()) {
            groups.put(group, packaged(checkout, group.id(), ApiFunction.class, settings));
        }
        return new Functions(packaged(checkout, "authorizer", AuthorizerFunction.class, settings), groups);
    }

    private static Lambda packaged(Path checkout, String name, Class<?> handler, Settings settings) {
        var jar = checkout.resolve("functions").resolve(name).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
        return new LambdaProcess(new LambdaFunction(name, jar, handler.getName(), environment(settings)));
    }

    private static Map<String, String> environment(Settings settings) {
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
        groups.values().forEach(Lambda::close);
    }
}
