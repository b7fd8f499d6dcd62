package waggle.cloud.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;

/**
 * The runtime API from which one process of a function gets its events (AWS Lambda Developer Guide, "Using the Lambda
 * runtime API"). It serves one event at a time.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern OUTCOME = Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");
    private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);

    private final String functionArn;
    private final Duration timeout;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private volatile CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile @Nullable Invocation current;
    private volatile @Nullable String initError;

    static {
        // With Nagle's algorithm each small reply waits 40 ms for the delayed acknowledgement of the client.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    RuntimeApi(String functionArn, Duration timeout) {
        this.functionArn = functionArn;
        this.timeout = timeout;
        this.server = listen();
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT + "invocation/", this::outcome);
        server.createContext(ROOT + "init/error", this::initError);
        server.start();
    }

    /** Host and port for {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when the process asks for the next event. Fails if the process exits first. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Passes an event to the process. The process must have asked for one. */
    CompletableFuture<byte[]> submit(byte[] event) {
        var invocation = new Invocation(event);
        ready = new CompletableFuture<>();
        current = invocation;
        waiting.add(invocation);
        return invocation.response();
    }

    /** Fails the pending invocation and {@link #ready()}, since the process exited. */
    void ended(String reason) {
        ready.completeExceptionally(new LambdaFailure(initError == null ? reason : initError));
        var invocation = current;
        if (invocation != null) {
            invocation.fail("RequestId: " + invocation.id() + " Error: " + reason);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try (exchange) {
            ready.complete(null);
            var invocation = waiting.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + timeout.toMillis()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
            headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
            reply(exchange, 200, invocation.event());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void outcome(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = OUTCOME.matcher(exchange.getRequestURI().getPath());
            var invocation = current;
            if (invocation == null || !path.matches() || !path.group(1).equals(invocation.id())) {
                reply(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            reply(exchange, 202, ACCEPTED);
            if (path.group(2).equals("response")) {
                invocation.response().complete(body);
            } else {
                invocation.fail(errorMessage(body));
            }
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        try (exchange) {
            initError = errorMessage(exchange.getRequestBody().readAllBytes());
            reply(exchange, 202, ACCEPTED);
        }
    }

    private static String errorMessage(byte[] body) throws IOException {
        var error = Json.mapper().readTree(body);
        var message = error.path("errorMessage");
        return message.isTextual()
                ? message.textValue()
                : error.path("errorType").asText();
    }

    /** Sets a content type, since the native code of the client crashes without one. */
    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
