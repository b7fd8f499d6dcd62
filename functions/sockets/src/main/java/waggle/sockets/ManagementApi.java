package waggle.sockets;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import waggle.platform.aws.Http;
import waggle.platform.aws.LiveSettings;

/**
 * Calls the management API (Amazon API Gateway Developer Guide, "Use @connections commands in your backend service"). A call
 * is short and is tried twice at most: a client that misses a message is disconnected and resumes.
 */
public final class ManagementApi implements SocketApi, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);

    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(3);

    private final ApiGatewayManagementApiClient client;

    public ManagementApi(LiveSettings settings, AwsCredentialsProvider credentials) {
        client = ApiGatewayManagementApiClient.builder()
                .region(Region.of(settings.region()))
                .endpointOverride(settings.endpoint())
                .credentialsProvider(credentials)
                .httpClientBuilder(Http.within(ATTEMPT))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(2)
                                .build()))
                .build();
    }

    @Override
    public Outcome send(String connection, String message) {
        try {
            client.postToConnection(post -> post.connectionId(connection).data(SdkBytes.fromUtf8String(message)));
            return Outcome.SENT;
        } catch (GoneException e) {
            return Outcome.GONE;
        } catch (SdkException e) {
            LOG.warn("Connection {} did not get a message", connection, e);
            return Outcome.REFUSED;
        }
    }

    @Override
    public void close(String connection) {
        try {
            client.deleteConnection(delete -> delete.connectionId(connection));
        } catch (GoneException closed) {
            return;
        } catch (SdkException e) {
            LOG.warn("Connection {} was not closed", connection, e);
        }
    }

    @Override
    public boolean isOpen(String connection) {
        try {
            client.getConnection(get -> get.connectionId(connection));
            return true;
        } catch (GoneException e) {
            return false;
        } catch (SdkException e) {
            LOG.warn("The state of connection {} is not known", connection, e);
            return true;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
