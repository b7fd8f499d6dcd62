package waggle.cloud.gateway;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.util.UUID;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import waggle.cloud.sockets.SocketListener;
import waggle.model.Limits;
import waggle.platform.gateway.GatewayReply;

/**
 * An HTTP server on the loopback address. It leaves every path to the API, and replies in the form of the API to bytes that
 * are no HTTP request.
 */
final class HttpListener implements AutoCloseable {
    /** Larger than the 10,240 bytes that API Gateway accepts. */
    private static final int HEADER_BYTES = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private HttpListener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Replies to a request. */
    @FunctionalInterface
    interface Api {
        Reply reply(Request request) throws IOException;
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for a free port
     * @throws BindException if the port is in use
     */
    static HttpListener start(int port, Api api) throws IOException {
        var listener = open(port);
        listener.serve(api);
        return listener;
    }

    /**
     * Takes a port. Clients that connect wait until {@link #serve}.
     *
     * @param port the port, or 0 for a free port
     * @throws BindException if the port is in use
     */
    static HttpListener open(int port) throws IOException {
        var server = new Server(new VirtualThreadPool());
        var connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(Limits.GATEWAY_TIMEOUT.multipliedBy(2).toMillis());
        server.addConnector(connector);
        server.setErrorHandler(
                (request, response, callback) -> send(badRequest(GatewayReply.DEFAULT_4XX), response, callback));
        try {
            connector.open();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException inUse ? inUse : e;
        }
        return new HttpListener(server, connector);
    }

    void serve(Api api) throws IOException {
        serve(new ApiHandler(api));
    }

    /** Serves upgrade requests to a WebSocket, too. */
    void serve(Api api, SocketListener sockets) throws IOException {
        serve(sockets.before(server, new ApiHandler(api)));
    }

    private void serve(Handler handler) throws IOException {
        server.setHandler(handler);
        start(server);
    }

    int port() {
        return connector.getLocalPort();
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // The cache would replace a header by an earlier one whose value differs in case only, as API keys may.
        configuration.setHeaderCacheSize(0);
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException("The server did not start", e);
        }
    }

    private static boolean send(Reply reply, Response response, Callback callback) {
        reply.send(response, callback);
        return true;
    }

    private static Reply badRequest(GatewayReply reply) {
        return Reply.of(reply, UUID.randomUUID().toString(), "");
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server cannot be stopped", e);
        }
    }

    @Override
    public void close() {
        stop(server);
        // A server that was not started does not close its port.
        connector.close();
    }

    private static final class ApiHandler extends Handler.Abstract {
        private final Api api;

        ApiHandler(Api api) {
            this.api = api;
        }

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback)
                throws IOException {
            return send(reply(request), response, callback);
        }

        private Reply reply(org.eclipse.jetty.server.Request request) throws IOException {
            try {
                return api.reply(Request.read(request));
            } catch (URISyntaxException | CharacterCodingException e) {
                return badRequest(GatewayReply.BAD_REQUEST_PARAMETERS);
            }
        }
    }
}
