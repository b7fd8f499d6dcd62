package waggle.account;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import waggle.platform.aws.Http;
import waggle.platform.aws.PlanSettings;

/** The client of API Gateway's own API, with the settings that the SDK would otherwise search for at start. */
public final class PlanClient {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    /** Three calls and the table's part of a request end within the gateway's timeout. */
    private static final Duration CALL = Duration.ofSeconds(8);

    private PlanClient() {}

    public static ApiGatewayClient of(
            PlanSettings settings, AwsCredentialsProvider credentials, ExecutionInterceptor... interceptors) {
        var client = ApiGatewayClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(Http.within(ATTEMPT))
                .overrideConfiguration(overrides(interceptors));
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    /** API Gateway accepts five new keys a second per AWS account, so the SDK waits and retries. */
    private static ClientOverrideConfiguration overrides(ExecutionInterceptor... interceptors) {
        var overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL);
        for (var interceptor : interceptors) {
            overrides.addExecutionInterceptor(interceptor);
        }
        return overrides.build();
    }
}
