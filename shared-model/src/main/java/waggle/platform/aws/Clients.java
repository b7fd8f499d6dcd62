package waggle.platform.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The AWS clients of a function. They are given everything that the SDK would otherwise look up at start. */
public final class Clients {
    /** Without a byte for so long, an attempt fails and is repeated. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration ATTEMPT = Duration.ofSeconds(7);

    /**
     * Shorter than the gateway's timeout, so that a slow table becomes an error of the function and not of the gateway.
     */
    private static final Duration CALL = Duration.ofSeconds(20);

    private Clients() {}

    public static DynamoDbClient dynamoDb(
            Settings settings, AwsCredentialsProvider credentials, ExecutionInterceptor... interceptors) {
        var overrides = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .addExecutionInterceptor(new BufferedBodies());
        for (var interceptor : interceptors) {
            overrides.addExecutionInterceptor(interceptor);
        }
        var client = DynamoDbClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(Http.within(SILENCE))
                .overrideConfiguration(overrides.build());
        if (settings.dynamoDbEndpoint() != null) {
            client.endpointOverride(settings.dynamoDbEndpoint());
        }
        return client.build();
    }

    /**
     * The credentials of a function. A function that is restored from a snapshot reads them from a local endpoint,
     * and any other from its environment (AWS Lambda Developer Guide, "SnapStart", "Credentials").
     */
    public static AwsCredentialsProvider lambdaCredentials() {
        return System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                ? EnvironmentVariableCredentialsProvider.create()
                : ContainerCredentialsProvider.create();
    }
}
