package waggle.platform.aws;

import java.time.Duration;

/**
 * What the deployed queues, the local queues and the event functions must agree on. Each duration is derived from those
 * before it: a webhook call ends within the dispatcher's timeout, and the timeout within the visibility timeout.
 */
public final class QueueFacts {
    /** Suffix of the name of a FIFO queue (Amazon SQS API Reference, CreateQueue). */
    public static final String FIFO_SUFFIX = ".fifo";

    /** Messages that Lambda passes to the dispatcher in one batch, at most. */
    public static final int MESSAGE_BATCH = 10;

    /** Records of the table's stream that Lambda passes to the relay in one batch, at most. */
    public static final int STREAM_BATCH = 100;

    /**
     * Batches of one shard of the table's stream that Lambda processes at the same time. Above 1, Lambda keeps the order
     * of the changes of one item only, and each event is an item of its own (AWS Lambda Developer Guide, "Using Lambda
     * with DynamoDB").
     */
    public static final int STREAM_FACTOR = 1;

    /** The limit for one webhook call. */
    public static final Duration CALL_DEADLINE = Duration.ofSeconds(15);

    /** The time within which an invocation of the dispatcher starts calls. */
    public static final Duration DISPATCH_WINDOW = Duration.ofSeconds(20);

    /** The time for the writes after a call, with retries while other writers hold the same items. */
    public static final Duration SAVE_WINDOW = Duration.ofSeconds(5);

    /** Function timeout of the dispatcher: the last call, and the writes after it, fit in. */
    public static final Duration DISPATCHER_TIMEOUT =
            DISPATCH_WINDOW.plus(CALL_DEADLINE).plus(SAVE_WINDOW);

    /**
     * Visibility timeout of both queues: the time after which messages of a dispatcher that died are received again.
     * It is longer than the dispatcher's timeout, because Lambda may retry a throttled invocation before it runs.
     */
    public static final Duration VISIBILITY_TIMEOUT = DISPATCHER_TIMEOUT.plusSeconds(20);

    /** Function timeout of the relay: a full batch, and a task for each endpoint that an event goes to. */
    public static final Duration RELAY_TIMEOUT = Duration.ofSeconds(60);

    /** The time within which an invocation of the sweeper sends tasks. What it sent last lasts until the next one. */
    public static final Duration SWEEP_WINDOW = Duration.ofSeconds(50);

    /** The interval of the schedule that invokes the sweeper. */
    public static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    /** Function timeout of the sweeper: a sweep ends before the next one. */
    public static final Duration SWEEPER_TIMEOUT = SWEEP_INTERVAL.minusSeconds(5);

    /** The time within which an invocation of the synchronisation with CRMs begins pages. */
    public static final Duration SYNC_WINDOW = Duration.ofSeconds(60);

    /** Function timeout of the synchronisation: the last page, with a call or two for each of its records, fits in. */
    public static final Duration SYNC_TIMEOUT = Duration.ofMinutes(5);

    /** Visibility timeout of the queue of the synchronisation. It is longer than the function's timeout, as above. */
    public static final Duration SYNC_VISIBILITY = SYNC_TIMEOUT.plusSeconds(20);

    private QueueFacts() {}
}
