package waggle.cloud;

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

/**
 * A developer's own server, which webhooks are sent to.
 *
 * @param statuses of its answers, one after another; 204 when there are no more
 */
record Receiver(HttpServer server, BlockingQueue<Got> got, Iterator<Integer> statuses) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** What came. */
    record Got(HttpHeaders headers, String body) {
        String header(String name) {
            return headers.firstValue(name).orElseThrow();
        }

        /** The library that the specification's own makers give to receivers must take it. */
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

    /** The next that comes, or came. */
    Got next() throws InterruptedException {
        return Optional.ofNullable(got.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no webhook comes"));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            got.add(new Got(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
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
