package waggle.cloud.sqs;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.FutureConverters;

/** ElasticMQ in this process: the SQS protocol on a free port of the loopback address. */
public final class EmbeddedSqs implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /** Time for calls in progress when the server stops. Longer than the longest long poll. */
    private static final FiniteDuration GRACE_PERIOD = FiniteDuration.create(2, TimeUnit.SECONDS);

    private final ActorSystem actors;
    private final Http.ServerBinding server;

    private EmbeddedSqs(ActorSystem actors) {
        this.actors = actors;
        this.server = SQSRestServerBuilder.withActorSystem(actors)
                .withInterface(HOST)
                .withDynamicPort()
                .start()
                .waitUntilStarted();
    }

    /** Starts the server with no queues. */
    public static EmbeddedSqs start() {
        // Our shutdown hook stops the actors first. Pekko's own hook would then log a warning.
        var configuration =
                ConfigFactory.parseMap(Map.of("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"));
        return new EmbeddedSqs(ActorSystem.create("elasticmq", configuration.withFallback(ConfigFactory.load())));
    }

    public URI endpoint() {
        return URI.create("http://" + HOST + ":" + server.localAddress().getPort());
    }

    /** Stops the server without ElasticMQ's own method, which can wait a minute for a call of a disconnected client. */
    @Override
    public void close() {
        FutureConverters.asJava(server.terminate(GRACE_PERIOD))
                .thenApply(ended -> true)
                .toCompletableFuture()
                .completeOnTimeout(false, 2 * GRACE_PERIOD.toSeconds(), TimeUnit.SECONDS)
                .join();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
    }
}
