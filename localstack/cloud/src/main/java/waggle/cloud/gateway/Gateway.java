package waggle.cloud.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import waggle.cloud.lambda.Lambda;
import waggle.model.Limits;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;
import waggle.model.gateway.GatewayReply;

/** The REST API: routes, authorizer, usage plan, functions, and its own replies when one of them refuses. */
public final class Gateway implements AutoCloseable {
    static {
        // Without it the JDK's server waits 40 ms before the second packet of a reply.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Authorizer authorizer;
    private final UsagePlan usagePlan;
    private final Map<String, Lambda> functions;

    private Gateway(HttpServer server, Authorizer authorizer, UsagePlan usagePlan, Map<String, Lambda> functions) {
        this.server = server;
        this.authorizer = authorizer;
        this.usagePlan = usagePlan;
        this.functions = functions;
    }

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0 for any that is free
     * @param control of the usage plan that requests are counted by
     * @param functions by name
     * @throws java.net.BindException when the port is taken
     */
    public static Gateway start(int port, ControlPlane control, Lambda authorizer, Map<String, Lambda> functions)
            throws IOException {
        return start(port, control, authorizer, functions, Clock.systemUTC());
    }

    static Gateway start(int port, ControlPlane control, Lambda authorizer, Map<String, Lambda> functions, Clock clock)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var gateway = new Gateway(server, new Authorizer(authorizer, clock), control.plan(), functions);
        server.setExecutor(gateway.threads);
        server.createContext("/", gateway::handle);
        server.start();
        return gateway;
    }

    /** The address that the contract's paths stand below. */
    public URI baseUrl() {
        return url(ResourceGroup.BASE);
    }

    public URI url(OpenPage page) {
        return url(page.path());
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Request.read(exchange);
            reply(request).send(exchange);
        }
    }

    private Reply reply(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return refusal.reply(request.id());
        }
    }

    private Reply answer(Request request) {
        if (request.isTooLarge()) {
            throw new Refusal(GatewayReply.REQUEST_TOO_LARGE);
        }
        var route = Routes.find(request.method(), request.path())
                .orElseThrow(() -> new Refusal(GatewayReply.MISSING_AUTHENTICATION_TOKEN));
        if (request.method().equals("OPTIONS")) {
            return Reply.preflight(request.id());
        }
        return invoke(route.function(), route.isOpen() ? Events.proxy(request, route) : authorized(request, route));
    }

    /** The event of a request that its key allows. */
    private byte[] authorized(Request request, Routes.Route route) {
        var authorization = authorizer.authorize(request, route);
        if (!authorization.allows(Events.methodArn(request))) {
            throw new Refusal(GatewayReply.ACCESS_DENIED, authorization.message());
        }
        usagePlan.count(authorization.usageIdentifierKey());
        return Events.proxy(request, route, authorization.context());
    }

    private Reply invoke(String name, byte[] event) {
        var function = Objects.requireNonNull(functions.get(name));
        try {
            var answer = CompletableFuture.supplyAsync(() -> function.invoke(event), threads)
                    .get(Limits.GATEWAY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return Reply.ofFunction(answer);
        } catch (TimeoutException e) {
            throw new Refusal(GatewayReply.INTEGRATION_TIMEOUT);
        } catch (ExecutionException | IOException e) {
            throw new Refusal(GatewayReply.INTEGRATION_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(GatewayReply.INTEGRATION_FAILURE);
        }
    }

    @Override
    public void close() {
        server.stop(1);
        threads.close();
    }
}
