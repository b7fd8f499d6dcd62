package waggle.events.sweep;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.logs.LogContext;
import waggle.events.queue.TaskQueues;
import waggle.events.sweep.Feed.Step;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.webhooks.Deliveries;
import waggle.platform.aws.QueueFacts;

/**
 * Sends the tasks of due deliveries and of replays, and takes the steps of records whose time has come, until nothing is
 * left, or until the time is used up.
 */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** Feeds that proceed at the same time; each waits for SQS and DynamoDB most of the time. */
    private static final int PARALLEL = 8;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final TaskQueues queues;
    private final Pace pace;
    private final Neglect neglect = new Neglect();

    public Sweeper(DynamoDbClient client, String table, Clock clock, TaskQueues queues) {
        this(client, table, clock, queues, Pace.IN_LAMBDA);
    }

    public Sweeper(DynamoDbClient client, String table, Clock clock, TaskQueues queues, Pace pace) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.queues = queues;
        this.pace = pace;
    }

    /** Sends what is due. */
    public void sweep() {
        sweep(waits -> {});
    }

    /**
     * Sends what is due.
     *
     * @param watcher learns how long work waits at the beginning; it runs beside the work, and may take its time
     * @throws IllegalStateException if a delivery or a replay could not proceed; all others did
     */
    public void sweep(Consumer<Waits> watcher) {
        var now = clock.instant();
        var due = read(now);
        var waits = due.waits(now, neglect);
        var turns = new Turns(feeds(due));
        var hasFailed = false;
        try (var workers =
                Executors.newFixedThreadPool(1 + PARALLEL, Thread.ofVirtual().factory())) {
            var watched = CompletableFuture.runAsync(() -> watcher.accept(waits), workers);
            var pauses = 0;
            while (!turns.isEmpty() && pauses < pace.pauses() && isBefore(now.plus(QueueFacts.SWEEP_WINDOW))) {
                var steps = round(turns, workers);
                hasFailed |= steps.contains(Step.FAILED);
                if (steps.contains(Step.SENT) || turns.isEmpty()) {
                    pauses = 0;
                } else {
                    pauses++;
                    pace.pause().run();
                }
            }
            watched.join();
        }
        if (hasFailed) {
            throw new IllegalStateException("Some due work could not proceed; the log has the reasons");
        }
    }

    /** Reads what is due, and sends nothing. */
    public void look() {
        feeds(read(clock.instant()));
    }

    private DueItems read(Instant now) {
        return DueItems.read(client, table, clock, now.plus(QueueFacts.SWEEP_WINDOW.dividedBy(2)));
    }

    private boolean isBefore(Instant end) {
        return clock.instant().isBefore(end);
    }

    private List<Feed> feeds(DueItems due) {
        var deliveries = new Deliveries(client, table, clock);
        var records = new ReplayRecords(client, table, clock);
        var writes = Catalogue.writes(client, table, clock);
        return Stream.of(
                        due.records().entrySet().stream()
                                .<Feed>flatMap(of -> RecordFeed.of(
                                        of.getKey().company(), of.getKey().step(), of.getValue(), writes)),
                        due.connections().entrySet().stream()
                                .<Feed>map(of -> new SyncFeed(of.getKey(), of.getValue(), queues)),
                        due.deliveries().entrySet().stream()
                                .<Feed>map(of -> new DueFeed(
                                        of.getKey().company(), of.getValue(), queues, deliveries, pace.portion())),
                        due.replays().entrySet().stream()
                                .<Feed>map(of -> new ReplayFeed(
                                        of.getKey().company(), of.getValue(), records, queues, clock, pace.portion())))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<Step> round(Turns turns, ExecutorService workers) {
        var feeds = turns.take();
        var steps = results(
                workers,
                feeds.stream().<Callable<Step>>map(feed -> () -> proceed(feed)).toList());
        for (var i = 0; i < feeds.size(); i++) {
            if (steps.get(i) == Step.SENT || steps.get(i) == Step.WAITED) {
                turns.putBack(feeds.get(i));
            }
        }
        return steps;
    }

    private static List<Step> results(ExecutorService workers, List<Callable<Step>> work) {
        try {
            return workers.invokeAll(work).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted during a sweep");
        }
    }

    @SuppressWarnings("CatchingUnchecked") // one endpoint must not stop the others
    private static Step proceed(Feed feed) {
        LogContext.company(feed.company());
        try {
            return feed.proceed();
        } catch (WaggleException e) {
            LOG.warn("A replay was changed by another process; the next sweep continues it", e);
            return Step.ENDED;
        } catch (RuntimeException e) {
            LOG.error("Due work could not proceed; the next sweep continues it", e);
            return Step.FAILED;
        } finally {
            LogContext.clear();
        }
    }
}
