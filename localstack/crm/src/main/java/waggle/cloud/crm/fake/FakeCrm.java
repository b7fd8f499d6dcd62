package waggle.cloud.crm.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server of one account. Calls are made one after the other, so a test sees no half of one. */
public final class FakeCrm implements AutoCloseable {
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeApi api;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final Queue<Fault> writeFaults = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private long writes;
    private long lostReplies;

    private FakeCrm(HttpServer server, FakeApi api) {
        this.server = server;
        this.api = api;
    }

    /**
     * Starts a server at the loopback address.
     *
     * @param port 0 for any free one
     */
    public static FakeCrm start(int port, FakeApi api) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var crm = new FakeCrm(HttpServer.create(address, 0), api);
            crm.server.setExecutor(crm.threads);
            crm.server.createContext("/", crm::handle);
            crm.server.start();
            return crm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the server, without a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The data behind the server, for edits as a person makes them in the CRM. */
    public FakeAccount account() {
        return api.account();
    }

    /** Adds a fault for a later call. Each call takes one. */
    public void add(Fault fault) {
        synchronized (account()) {
            faults.add(fault);
        }
    }

    /** Adds a fault for a later call that writes. */
    public void addToWrite(Fault fault) {
        synchronized (account()) {
            writeFaults.add(fault);
        }
    }

    /** Whether faults wait for their calls. */
    public boolean isFaulty() {
        synchronized (account()) {
            return !faults.isEmpty() || !writeFaults.isEmpty();
        }
    }

    /** The number of calls so far that write, refused ones too. */
    public long writes() {
        synchronized (account()) {
            return writes;
        }
    }

    /** Method and path of every call so far. */
    public List<String> calls() {
        synchronized (account()) {
            return List.copyOf(calls);
        }
    }

    /** The number of replies so far that were lost. */
    public long lostReplies() {
        synchronized (account()) {
            return lostReplies;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Request.of(exchange);
            Reply reply;
            boolean lost;
            synchronized (account()) {
                calls.add(request.method() + " " + request.path());
                var isWrite = api.isWrite(request);
                writes += isWrite ? 1 : 0;
                var fault = isWrite && !writeFaults.isEmpty() ? writeFaults.poll() : faults.poll();
                lost = fault == Fault.REPLY_LOST;
                lostReplies += lost ? 1 : 0;
                reply = fault == null || lost ? reply(request) : api.reply(fault);
            }
            if (!lost) {
                send(exchange, reply);
            }
        }
    }

    private Reply reply(Request request) {
        try {
            return api.reply(request);
        } catch (IllegalArgumentException malformed) {
            return new Reply(BAD_REQUEST, "text/plain", "malformed", Map.of());
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        reply.headers().forEach(headers::set);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
