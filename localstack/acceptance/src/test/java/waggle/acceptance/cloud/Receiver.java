package waggle.acceptance.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import waggle.model.Patience;

/** A client's server that receives webhooks. */
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private volatile ToIntFunction<Got> answers = any -> 204;
    private int calls;

    /** A call that the receiver got. */
    public record Got(HttpHeaders headers, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        public String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        public String type() {
            return json().path("type").asText();
        }

        /** Verifies the signature with the reference library of Standard Webhooks. */
        public Got signedBy(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return this;
            } catch (Exception e) {
                throw new AssertionError("The signature is not one of this secret", e);
            }
        }

        public List<String> signatures() {
            return List.of(headers.firstValue("webhook-signature").orElseThrow().split(" "));
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** @param status the status of the reply to call 1, 2, … */
    public void answer(IntUnaryOperator status) {
        answers = any -> status.applyAsInt(calls);
    }

    /** @param status the status of the reply to a call; called by one thread at a time */
    public void answerEach(ToIntFunction<Got> status) {
        answers = status;
    }

    /** Waits for the next call. */
    public Got next() {
        try {
            var next = got.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("a webhook").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            var call = new Got(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            got.add(call);
            calls++;
            var reply = "seen".getBytes(StandardCharsets.UTF_8);
            var status = answers.applyAsInt(call);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : reply.length);
            if (status != 204) {
                exchange.getResponseBody().write(reply);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
