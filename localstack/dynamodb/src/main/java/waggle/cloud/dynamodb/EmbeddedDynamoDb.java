package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in this process, on a free port of the loopback address. It runs the request handler of DynamoDB Local in
 * a Jetty server, since the server class of DynamoDB Local listens on all addresses and sends telemetry.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
    /** Logs a useless warning about JAXB. The reference is strong, since a collected logger loses its level. */
    private static final Logger ENCODER = Logger.getLogger("com.amazonaws.util.Base64");

    static {
        ENCODER.setLevel(Level.SEVERE);
    }

    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private EmbeddedDynamoDb(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts a server.
     *
     * @param data the directory of the data, or null to keep it in memory
     */
    public static EmbeddedDynamoDb start(@Nullable Path data) throws Exception {
        var directory = data == null ? null : data.toString();
        var handler = new LocalDynamoDBServerHandler(new DurableRequestHandler(directory), null);
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new ContextHandler(handler));
        server.start();
        return new EmbeddedDynamoDb(server, handler);
    }

    public URI endpoint() {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local cannot be closed", e);
        }
    }
}
