package waggle.model.live;

import java.time.Duration;

/** The limits of live updates (docs/live.md), and those of API Gateway that stand behind them. */
public final class LiveLimits {
    /** The time within which a ticket opens its connection. */
    public static final Duration TICKET = Duration.ofSeconds(30);

    /** The open connections of one API key, at most. */
    public static final int CONNECTIONS = 20;

    /** The subscriptions of one connection, at most. */
    public static final int SUBSCRIPTIONS = 50;

    /** Bytes of all subscriptions of one connection, at most: each event reads those of its company. */
    public static final int SUBSCRIPTION_BYTES = 32 * 1024;

    /** The messages of one connection in each second of the clock, at most. */
    public static final int MESSAGES_PER_SECOND = 10;

    /** Bytes of one message in either direction, at most: the size of one frame of API Gateway. */
    public static final int MESSAGE_BYTES = 32 * 1024;

    /** The events that a subscription resumes with, at most. */
    public static final int RESUMED_EVENTS = 1_000;

    /**
     * The time before an event in which others that are committed after it may have been created. An event has the time at
     * which its write began, and a write ends within the gateway's timeout of 29 seconds; the rest is for clocks that
     * differ.
     */
    public static final Duration OVERLAP = Duration.ofSeconds(60);

    /** The duration of a connection (Amazon API Gateway quotas, "WebSocket APIs"). */
    public static final Duration LONGEST = Duration.ofHours(2);

    /** The time before the end of a connection from which its client is told to open another one. */
    public static final Duration NOTICE = Duration.ofMinutes(5);

    /** The time without a message after which API Gateway closes a connection (same quotas). */
    public static final Duration IDLE = Duration.ofMinutes(10);

    private LiveLimits() {}
}
