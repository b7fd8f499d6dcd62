package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFailure;
import waggle.cloud.sockets.OpenSockets;
import waggle.cloud.sockets.SocketListener;
import waggle.model.ManualClock;
import waggle.model.Patience;
import waggle.model.json.Json;

/** The limits of time of the local WebSocket API, on a clock that the test moves. */
final class LiveGatewayTest {
    private final ManualClock clock = new ManualClock();
    private final OpenSockets sockets = OpenSockets.start(clock);
    private final HttpListener listener = HttpListener.open(0);

    LiveGatewayTest() throws Exception {
        listener.serve(request -> Reply.preflight(request.id()), new SocketListener(new Echo(), sockets));
    }

    @AfterEach
    void close() {
        listener.close();
        sockets.close();
    }

    @Test
    void connection_withoutMessages_isClosedAfterTenMinutes() throws Exception {
        try (var client = new Client()) {
            clock.move(Duration.ofMinutes(9));
            assertThat(client.echo("still open")).isEqualTo("still open");
            clock.move(Duration.ofMinutes(9));
            assertThat(client.echo("again")).isEqualTo("again");
            clock.move(Duration.ofMinutes(10));

            assertThat(client.closed.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(1001);
        }
    }

    @Test
    void connection_isClosedAfterTwoHours() throws Exception {
        try (var client = new Client()) {
            for (var minutes = 0; minutes < 117; minutes += 9) {
                assertThat(client.echo("message")).isEqualTo("message");
                clock.move(Duration.ofMinutes(9));
            }
            assertThat(client.echo("message")).isEqualTo("message");
            clock.move(Duration.ofMinutes(3));

            assertThat(client.closed.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(1001);
        }
    }

    @Test
    void function_thatFails_isToldInTheWordsOfApiGateway() throws Exception {
        try (var client = new Client()) {
            assertThat(Json.mapper()
                            .readTree(client.echo("fail"))
                            .path("message")
                            .asText())
                    .isEqualTo("Internal server error");
        }
    }

    /** Accepts connections and returns messages. */
    private static final class Echo implements Lambda {
        @Override
        public byte[] invoke(byte[] event) {
            try {
                var body = Json.mapper().readTree(event).path("body").asText("");
                if (body.equals("fail")) {
                    throw new LambdaFailure("It fails");
                }
                var reply = Json.mapper().createObjectNode().put("statusCode", 200);
                return reply.put("body", body).toString().getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new LambdaFailure("no JSON");
            }
        }

        @Override
        public void close() {}
    }

    private final class Client implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + listener.port() + SocketListener.PATH), this)
                .join();

        @Nullable
        String echo(String message) throws InterruptedException {
            socket.sendText(message, true).join();
            return messages.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            messages.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
