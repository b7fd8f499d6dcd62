package waggle.cloud;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ in this process: the protocol of SQS on a free port of the loopback address. */
final class EmbeddedSqs implements AutoCloseable {
    static {
        // We end it ourselves, on Ctrl-C too; Pekko's own hook would then be too late and say so.
        System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    }

    private static final String HOST = "127.0.0.1";

    private final SQSRestServer server;
    private final URI endpoint;

    private EmbeddedSqs(SQSRestServer server) {
        this.server = server;
        var port = server.waitUntilStarted().localAddress().getPort();
        this.endpoint = URI.create("http://" + HOST + ":" + port);
    }

    static EmbeddedSqs start() {
        return new EmbeddedSqs(
                SQSRestServerBuilder.withInterface(HOST).withDynamicPort().start());
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
