package waggle.cloud.gateway;

import java.io.IOException;
import java.net.URI;
import waggle.cloud.sockets.SocketListener;
import waggle.model.catalogue.OpenPage;

/** The port of the gateway, which is known before the functions that tell it to clients. */
public final class GatewayPort implements AutoCloseable {
    private final HttpListener listener;

    private GatewayPort(HttpListener listener) {
        this.listener = listener;
    }

    /**
     * Takes a port of the loopback address.
     *
     * @param port the port, or 0 for a free port
     * @throws java.net.BindException if the port is in use
     */
    public static GatewayPort open(int port) throws IOException {
        return new GatewayPort(HttpListener.open(port));
    }

    HttpListener listener() {
        return listener;
    }

    /** The URL of an open page of the REST API. */
    public URI url(OpenPage page) {
        return URI.create("http://localhost:" + listener.port() + page.path());
    }

    /** The URL of the WebSocket API. */
    public URI liveUrl() {
        return URI.create("ws://localhost:" + listener.port() + SocketListener.PATH);
    }

    @Override
    public void close() {
        listener.close();
    }
}
