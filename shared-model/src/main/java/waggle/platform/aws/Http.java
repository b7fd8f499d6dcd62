package waggle.platform.aws;

import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP client of AWS clients. Each of its failures is an IOException, which the SDK repeats. The SDK ends an attempt that
 * takes too long by closing its connection. A socket that times out in that moment makes {@code HttpURLConnection} throw a
 * NullPointerException, which the SDK does not repeat.
 */
public final class Http implements SdkHttpClient.Builder<Http> {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final SdkHttpClient.Builder<?> client;

    Http(SdkHttpClient.Builder<?> client) {
        this.client = client;
    }

    /**
     * A client that connects within two seconds.
     *
     * @param silence the time without a byte after which an attempt fails
     */
    public static Http within(Duration silence) {
        return new Http(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence));
    }

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
        return new Client(client.buildWithDefaults(defaults));
    }

    private record Client(SdkHttpClient client) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new Call(client.prepareRequest(request));
        }

        @Override
        public String clientName() {
            return client.clientName();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private record Call(ExecutableHttpRequest request) implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                return request.call();
            } catch (RuntimeException e) {
                throw new IOException("The connection was closed", e);
            }
        }

        @Override
        public void abort() {
            request.abort();
        }
    }
}
