package waggle.cloud;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.FutureConverters;

/** ElasticMQ in this process: the protocol of SQS on a free port of the loopback address. */
final class EmbeddedSqs implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /** Longer than a long poll of ours. What is not answered by then has nobody who waits for it. */
    private static final FiniteDuration LAST_CALLS = FiniteDuration.create(2, TimeUnit.SECONDS);

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

    static EmbeddedSqs start() {
        // We end it ourselves, on Ctrl-C too; Pekko's own hook would then be too late and say so.
        var configuration =
                ConfigFactory.parseMap(Map.of("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"));
        return new EmbeddedSqs(ActorSystem.create("elasticmq", configuration.withFallback(ConfigFactory.load())));
    }

    URI endpoint() {
        return URI.create("http://" + HOST + ":" + server.localAddress().getPort());
    }

    /** Not by ElasticMQ's own way, which now and then waits a whole minute for a call whose caller is gone. */
    @Override
    public void close() {
        FutureConverters.asJava(server.terminate(LAST_CALLS))
                .thenApply(ended -> true)
                .toCompletableFuture()
                .completeOnTimeout(false, 2 * LAST_CALLS.toSeconds(), TimeUnit.SECONDS)
                .join();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
    }
}
