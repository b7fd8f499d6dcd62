package waggle.cloud.cli;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import waggle.model.Patience;

/**
 * A server that receives webhooks.
 *
 * @param statuses the statuses of the next replies; later replies have 204
 */
record Receiver(HttpServer server, BlockingQueue<Received> received, Iterator<Integer> statuses)
        implements AutoCloseable {

    /** A received request. */
    record Received(HttpHeaders headers, String body) {
        String header(String name) {
            return headers.firstValue(name).orElseThrow();
        }

        /** Verifies the signature with the library of Standard Webhooks. */
        void verify(String secret) throws Exception {
            new Webhook(secret).verify(body, headers);
        }
    }

    static Receiver open(Integer... statuses) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(
                server, new LinkedBlockingQueue<>(), List.of(statuses).iterator());
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** Returns the next request. */
    Received next() throws InterruptedException {
        return Optional.ofNullable(received.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("No webhook arrives"));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            received.add(new Received(
                    headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(statuses.hasNext() ? statuses.next() : 204, -1);
        }
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }
}
