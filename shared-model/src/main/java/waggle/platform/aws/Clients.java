package waggle.platform.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The AWS clients of a function, with everything given that the SDK would otherwise search for at start. */
public final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    /** Below the gateway's own patience, so that a slow table becomes our error and not the gateway's. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private Clients() {}

    public static DynamoDbClient dynamoDb(
            Settings settings, AwsCredentialsProvider credentials, ExecutionInterceptor... interceptors) {
        var overrides = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL);
        for (var interceptor : interceptors) {
            overrides.addExecutionInterceptor(interceptor);
        }
        var client = DynamoDbClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(overrides.build());
        if (settings.dynamoDbEndpoint() != null) {
            client.endpointOverride(settings.dynamoDbEndpoint());
        }
        return client.build();
    }

    /**
     * A function's own credentials. A function restored from a snapshot gets them from an address, any other from its
     * environment (AWS Lambda Developer Guide, "SnapStart", "Credentials").
     */
    public static AwsCredentialsProvider lambdaCredentials() {
        return System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                ? EnvironmentVariableCredentialsProvider.create()
                : ContainerCredentialsProvider.create();
    }
}
