package waggle.acceptance.cloud;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.CrmFakes;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.poller.StreamOrder;

/**
 * The embedded clouds of this JVM, each started when the first test uses it. Each worker that runs tests has a cloud of its
 * own, since DynamoDB Local processes one request after another.
 */
public final class LocalCloud {
    private static final boolean IS_PACKAGED = Boolean.getBoolean("waggle.lambda");

    /** The packaged functions are many processes: their workers share one cloud. */
    private static final int COUNT = IS_PACKAGED ? 1 : 2;

    /** More requests a minute than any test sends with one key. */
    private static final int RATE = 1_000_000;

    /** A minute in AWS. Retries of deliveries wait for the sweeper. */
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);

    /** Transactions that meet must not fail a test. Another lock time shows what they cost. */
    private static final Duration LOCK_TIME =
            Duration.ofMillis(Integer.getInteger(EmbeddedDynamoDb.LOCK_MILLIS, CloudOptions.LOCK_MILLIS));

    /** CRMs in memory for each cloud, without records: each test adds its own. */
    private static final List<CrmFakes> CRMS =
            Stream.generate(() -> CrmFakes.start(0)).limit(COUNT).toList();

    private static final List<FutureTask<Cloud>> CLOUDS =
            CRMS.stream().map(crms -> new FutureTask<>(() -> start(crms))).toList();

    /** The thread that runs tests in each cloud. */
    private static final @Nullable Thread[] WORKERS = new Thread[COUNT];

    private LocalCloud() {}

    /**
     * The cloud of the calling thread.
     *
     * @throws IllegalStateException the same for every test if the cloud cannot start
     */
    public static Cloud cloud() {
        var cloud = CLOUDS.get(worker());
        cloud.run();
        try {
            return cloud.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The local cloud did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The CRMs that connections of the calling thread's cloud call. */
    public static CrmFakes crms() {
        return CRMS.get(worker());
    }

    static URI baseUrl() {
        return cloud().baseUrl();
    }

    /** The root of the checkout. */
    public static Path checkout() {
        return Path.of(System.getProperty("waggle.checkout", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * The number of the calling thread among those that run tests. No two share a cloud: some tests let a whole cloud fail.
     * A thread that ended leaves its cloud to the next one.
     */
    private static synchronized int worker() {
        if (IS_PACKAGED) {
            return 0;
        }
        var thread = Thread.currentThread();
        var free = -1;
        for (var i = 0; i < COUNT; i++) {
            var owner = WORKERS[i];
            if (owner == thread) {
                return i;
            }
            free = owner == null || !owner.isAlive() ? i : free;
        }
        if (free < 0) {
            throw new IllegalStateException(thread + " has no cloud: a test gets its cloud in the thread that runs it");
        }
        WORKERS[free] = thread;
        return free;
    }

    private static Cloud start(CrmFakes crms) throws Exception {
        var options = CloudOptions.defaults()
                .withRate(RATE)
                .withLocalWebhooks()
                .withLockTime(LOCK_TIME)
                .withStreamOrder(StreamOrder.weakened())
                .withSweepInterval(SWEEP_INTERVAL)
                .withCrmFakes(crms.urls());
        var cloud = Cloud.start(IS_PACKAGED ? options.withPackaged(checkout()) : options);
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
    }
}
