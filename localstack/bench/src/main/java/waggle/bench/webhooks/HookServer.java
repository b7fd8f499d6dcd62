package waggle.bench.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import waggle.model.json.Json;

/** Good and bad receivers of webhooks, each at its own path. */
final class HookServer implements AutoCloseable {
    private static final String GOOD = "/good/";
    private static final int CHUNK = 8_192;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /**
     * A webhook that reached a good receiver.
     *
     * @param at by {@link System#nanoTime}
     */
    record Arrival(String receiver, String tag, long at) {}

    private HookServer(HttpServer server) {
        this.server = server;
    }

    static HookServer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        var receivers = new HookServer(server);
        server.setExecutor(receivers.threads);
        server.createContext(GOOD, receivers::take);
        server.createContext("/hangs", receivers::hang);
        server.createContext("/fails", exchange -> answer(exchange, 500));
        server.createContext("/streams", HookServer::stream);
        server.start();
        return receivers;
    }

    String good(int number) {
        return url(GOOD + number);
    }

    /** One never replies, one always replies 500, one streams without end. */
    String[] bad() {
        return new String[] {url("/hangs"), url("/fails"), url("/streams")};
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    BlockingQueue<Arrival> arrivals() {
        return arrivals;
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var at = System.nanoTime();
        answer(exchange, 204);
        var tag = Json.mapper().readTree(body).at("/data/object/uuid").asText();
        arrivals.add(new Arrival(exchange.getRequestURI().getPath(), tag, at));
    }

    private void hang(HttpExchange exchange) {
        try (exchange) {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[CHUNK];
            while (true) {
                exchange.getResponseBody().write(chunk); // until the caller has had enough
            }
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
