package waggle.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.AttributeMap;

class ClientsTest {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static final String REPLY =
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n\r\n{}";

    /** The server closes each connection after its reply, without a notice, as DynamoDB closes idle ones. */
    @Test
    void request_overAConnectionThatTheServerClosed_isSentOverANewOne() throws Exception {
        var bodies = new CopyOnWriteArrayList<String>();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = Clients.dynamoDb(
                        new Settings("us-east-1", "table", URI.create("http://127.0.0.1:" + server.getLocalPort())),
                        CREDENTIALS)) {
            var serving = Thread.startVirtualThread(() -> serve(server, bodies));
            for (var i = 0; i < 3; i++) {
                client.getItem(get -> get.tableName("table").key(Map.of("pk", AttributeValue.fromS("a"))));
            }
            serving.join();
        }
        assertThat(bodies).hasSize(3).allMatch(body -> body.contains("\"TableName\":\"table\""));
    }

    @Test
    void failure_ofTheHttpClient_isAnIoException() {
        var failing = new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() {
                        throw new IllegalStateException(new NullPointerException("http"));
                    }

                    @Override
                    public void abort() {}
                };
            }

            @Override
            public void close() {}
        };
        var calls = new AtomicInteger();
        var builder = DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(new Http(new Building(failing)))
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(counting(calls))
                        .retryStrategy(retries -> retries.maxAttempts(2)));
        try (var client = builder.build()) {
            assertThatThrownBy(() -> client.describeLimits()).hasRootCauseMessage("http");
        }
        assertThat(calls).hasValue(2);
    }

    private record Building(SdkHttpClient client) implements SdkHttpClient.Builder<Building> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return client;
        }
    }

    private static ExecutionInterceptor counting(AtomicInteger calls) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                calls.incrementAndGet();
            }
        };
    }

    private static void serve(ServerSocket server, List<String> bodies) {
        while (bodies.size() < 3) {
            try (var socket = server.accept()) {
                var in = new BufferedInputStream(socket.getInputStream());
                bodies.add(new String(in.readNBytes(length(in)), StandardCharsets.UTF_8));
                socket.getOutputStream().write(REPLY.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The length in the header; the stream is at the body then. */
    private static int length(InputStream in) throws IOException {
        var header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            header.append((char) in.read());
        }
        return header.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElseThrow();
    }
}
