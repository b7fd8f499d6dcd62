package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The server. Calls are made one after the other, so a test sees no half of one. */
public final class HubSpotFake implements AutoCloseable {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final HubSpotAccount account;
    private final HubSpotRoutes routes;
    private final String token;
    private final Queue<HubSpotFault> faults = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    private HubSpotFake(HttpServer server, HubSpotAccount account, String token) {
        this.server = server;
        this.account = account;
        this.routes = new HubSpotRoutes(account);
        this.token = token;
    }

    /**
     * Starts a server at the loopback address.
     *
     * @param port 0 for any free one
     * @param token the key that calls need, such as {@code pat-local-1}
     */
    public static HubSpotFake start(int port, String token, Clock clock) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var server = HttpServer.create(address, 0);
            var fake = new HubSpotFake(server, new HubSpotAccount(clock), token);
            server.setExecutor(fake.threads);
            server.createContext("/", fake::handle);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the server, without a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The data behind the server, for edits as a person makes them in the CRM. */
    public HubSpotAccount account() {
        return account;
    }

    /** Adds a fault for a later call. Each call takes one. */
    public void add(HubSpotFault fault) {
        synchronized (account) {
            faults.add(fault);
        }
    }

    /** Whether faults wait for their calls. */
    public boolean isFaulty() {
        synchronized (account) {
            return !faults.isEmpty();
        }
    }

    /** The number of calls so far that write. */
    public long writes() {
        return calls().stream()
                .filter(call -> call.startsWith("PATCH ") || call.startsWith("DELETE ") || call.endsWith("/upsert"))
                .count();
    }

    /** Method and path of every call so far. */
    public List<String> calls() {
        synchronized (account) {
            return List.copyOf(calls);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            HubSpotReply reply;
            boolean lost;
            synchronized (account) {
                calls.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                var fault = faults.poll();
                lost = fault == HubSpotFault.REPLY_LOST;
                reply = reply(exchange, body, fault);
            }
            if (!lost) {
                send(exchange, reply);
            }
        }
    }

    private HubSpotReply reply(HttpExchange exchange, byte[] body, @Nullable HubSpotFault fault) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + token).equals(authorization)) {
            return HubSpotReply.error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found");
        }
        if (fault != null && fault != HubSpotFault.REPLY_LOST) {
            return HubSpotReply.of(fault);
        }
        JsonNode tree = body.length == 0 ? JsonNodeFactory.instance.objectNode() : json.readTree(body);
        return routes.reply(exchange.getRequestMethod(), exchange.getRequestURI(), tree);
    }

    private static void send(HttpExchange exchange, HubSpotReply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json;charset=utf-8");
        headers.set("X-HubSpot-Correlation-Id", UUID.randomUUID().toString());
        reply.headers().forEach(headers::set);
        var bytes = reply.body() == null ? new byte[0] : reply.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
