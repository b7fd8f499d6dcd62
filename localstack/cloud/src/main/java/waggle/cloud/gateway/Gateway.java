package waggle.cloud.gateway;

import java.io.IOException;
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
import waggle.cloud.lambda.LambdaFailure;
import waggle.cloud.sockets.SocketListener;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.gateway.CatchAll;
import waggle.platform.gateway.GatewayReply;

/** The REST API: routes, authorizer, usage plan, integrations and gateway responses. */
public final class Gateway implements AutoCloseable {
    private final HttpListener listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Authorizer authorizer;
    private final UsagePlan usagePlan;
    private final Map<String, Lambda> integrations;

    private Gateway(
            HttpListener listener, Authorizer authorizer, UsagePlan usagePlan, Map<String, Lambda> integrations) {
        this.listener = listener;
        this.authorizer = authorizer;
        this.usagePlan = usagePlan;
        this.integrations = integrations;
    }

    /**
     * Serves the REST API and the WebSocket API on a port.
     *
     * @param control the owner of the usage plan
     * @param integrations the functions that reply to requests, by name
     */
    public static Gateway start(
            GatewayPort port,
            ControlPlane control,
            Lambda authorizer,
            Map<String, Lambda> integrations,
            SocketListener sockets)
            throws IOException {
        var gateway = new Gateway(
                port.listener(), new Authorizer(authorizer, Clock.systemUTC()), control.plan(), integrations);
        gateway.listener.serve(gateway::reply, sockets);
        return gateway;
    }

    /** Serves the REST API only, on a free port. */
    static Gateway start(ControlPlane control, Lambda authorizer, Map<String, Lambda> integrations, Clock clock)
            throws IOException {
        var gateway =
                new Gateway(HttpListener.open(0), new Authorizer(authorizer, clock), control.plan(), integrations);
        gateway.listener.serve(gateway::reply);
        return gateway;
    }

    /** The base URL of the API, with {@code /v1}. */
    public URI baseUrl() {
        return url(ResourceGroup.BASE);
    }

    public URI url(OpenPage page) {
        return url(page.path());
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + listener.port() + path);
    }

    private Reply reply(Request request) {
        try {
            return dispatch(request);
        } catch (Refusal refusal) {
            return refusal.reply(request.id());
        }
    }

    private Reply dispatch(Request request) {
        if (request.isTooLarge()) {
            throw new Refusal(GatewayReply.REQUEST_TOO_LARGE);
        }
        if (!CatchAll.METHODS.contains(request.method())) {
            throw new Refusal(unrouted(request));
        }
        var route = Routes.find(request.path()).orElseThrow(() -> new Refusal(CatchAll.REPLY));
        if (request.method().equals("OPTIONS")) {
            return Reply.preflight(request.id());
        }
        return invoke(
                route.function(), route.isOpen() ? GatewayEvents.proxy(request, route) : authorized(request, route));
    }

    /** A request without a route. API Gateway tries to read its API key as an AWS signature. */
    private static GatewayReply unrouted(Request request) {
        return request.header("Authorization").isEmpty()
                ? GatewayReply.MISSING_AUTHENTICATION_TOKEN
                : GatewayReply.INVALID_SIGNATURE;
    }

    /** Returns the event of a request whose key is valid, permitted and within its rate limit. */
    private byte[] authorized(Request request, Routes.Route route) {
        var authorization = authorizer.authorize(request);
        if (!authorization.allows(GatewayEvents.methodArn(request))) {
            throw new Refusal(GatewayReply.ACCESS_DENIED, authorization.message());
        }
        usagePlan.count(authorization.usageIdentifierKey());
        return GatewayEvents.proxy(request, route, authorization.context());
    }

    private Reply invoke(String name, byte[] event) {
        var function = Objects.requireNonNull(integrations.get(name));
        try {
            var response = CompletableFuture.supplyAsync(() -> function.invoke(event), threads)
                    .get(Limits.GATEWAY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return Reply.ofFunction(response);
        } catch (TimeoutException e) {
            throw new Refusal(GatewayReply.INTEGRATION_TIMEOUT);
        } catch (ExecutionException e) {
            var isTooLarge = e.getCause() instanceof LambdaFailure failure && failure.isRequestTooLarge();
            throw new Refusal(isTooLarge ? GatewayReply.REQUEST_TOO_LARGE : GatewayReply.INTEGRATION_FAILURE);
        } catch (IOException e) {
            throw new Refusal(GatewayReply.INTEGRATION_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(GatewayReply.INTEGRATION_FAILURE);
        }
    }

    @Override
    public void close() {
        listener.close();
        threads.close();
    }
}
