package waggle.acceptance.repository;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the API. It loses the reply of one request, and refuses all requests after a number of them or from a path on. */
final class StoppingProxy implements AutoCloseable {
    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Idempotency-Key");
    private static final int LOST = 503;
    private static final int REFUSED = 403;

    private final URI target;
    private final int lost;
    private final int last;
    private final String stop;
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    private StoppingProxy(URI target, int lost, int last, String stop) {
        this.target = target;
        this.lost = lost;
        this.last = last;
        this.stop = stop;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Opens a proxy.
     *
     * @param lost the number of the request whose reply is lost
     * @param last the number of the last request that is forwarded
     */
    static StoppingProxy open(URI target, int lost, int last) {
        return new StoppingProxy(target, lost, last, "");
    }

    /** Opens a proxy that refuses the first request of a path and all after it. */
    static StoppingProxy before(URI target, String path) {
        return new StoppingProxy(target, 0, Integer.MAX_VALUE, path);
    }

    URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + target.getPath());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var number = requests.incrementAndGet();
        if (number > last || exchange.getRequestURI().getPath().equals(stop)) {
            isStopped.set(true);
        }
        if (isStopped.get()) {
            send(exchange, REFUSED, "{}");
            return;
        }
        var reply = forward(exchange);
        if (number == lost) {
            send(exchange, LOST, "{}");
        } else {
            send(exchange, reply.statusCode(), reply.body());
        }
    }

    private HttpResponse<String> forward(HttpExchange exchange) throws IOException {
        var body = BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), body);
        for (var name : HEADERS) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
