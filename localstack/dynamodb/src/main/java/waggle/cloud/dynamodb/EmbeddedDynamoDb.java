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
 * DynamoDB Local in this process, on a free port of the loopback address. Its own server class listens on every address
 * of the machine and sends telemetry, so its request handler stands behind a server of ours.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
    /** It warns that it would be faster with JAXB. Held here, as a logger that nobody holds forgets its level. */
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
     * Starts with the data of a folder.
     *
     * @param data the folder; all is kept in memory, and lost with the process, when null
     */
    public static EmbeddedDynamoDb start(@Nullable Path data) throws Exception {
        var folder = data == null ? null : data.toString();
        var handler = new LocalDynamoDBServerHandler(new DurableRequestHandler(folder), null);
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
            throw new IllegalStateException("DynamoDB Local cannot be ended", e);
        }
    }
}
