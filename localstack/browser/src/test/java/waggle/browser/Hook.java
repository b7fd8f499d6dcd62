package waggle.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Receives webhooks, and fails until it is mended. */
public final class Hook implements AutoCloseable {
    private static final byte[] REPLY = "queue full".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private volatile int status = 503;

    private Hook(HttpServer server) {
        this.server = server;
    }

    public static Hook open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var hook = new Hook(server);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(hook.status, REPLY.length);
            exchange.getResponseBody().write(REPLY);
            exchange.close();
        });
        server.start();
        return hook;
    }

    /** Replies that the endpoint is no more, which ends a delivery at once (docs/api.md, "Deliveries"). */
    public void isGone() {
        status = 410;
    }

    public void mend() {
        status = 200;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
