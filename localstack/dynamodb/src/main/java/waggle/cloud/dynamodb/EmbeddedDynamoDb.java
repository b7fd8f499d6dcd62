package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

    /** The system property of the lock time in milliseconds, for callers of {@link #start(Path)}. */
    public static final String LOCK_MILLIS = "waggle.lock-millis";

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final InjectedFaults faults;

    private EmbeddedDynamoDb(Server server, LocalDynamoDBServerHandler handler, InjectedFaults faults) {
        this.server = server;
        this.handler = handler;
        this.faults = faults;
    }

    /**
     * Starts a server whose lock time is {@value #LOCK_MILLIS}, or zero.
     *
     * @param data the directory of the data, or null to keep it in memory
     */
    public static EmbeddedDynamoDb start(@Nullable Path data) throws Exception {
        return start(data, Duration.ofMillis(Long.getLong(LOCK_MILLIS, 0)));
    }

    /**
     * Starts a server.
     *
     * @param data the directory of the data, or null to keep it in memory
     * @param lockTime the time for which a transaction locks its items at least; zero means that nothing is locked
     */
    public static EmbeddedDynamoDb start(@Nullable Path data, Duration lockTime) throws Exception {
        var directory = data == null ? null : data.toString();
        var faults = new InjectedFaults();
        var handler = new LocalDynamoDBServerHandler(new ContendedRequestHandler(directory, lockTime, faults), null);
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new ContextHandler(handler));
        server.start();
        return new EmbeddedDynamoDb(server, handler, faults);
    }

    public URI endpoint() {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Makes calls of a test fail. */
    public InjectedFaults faults() {
        return faults;
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
