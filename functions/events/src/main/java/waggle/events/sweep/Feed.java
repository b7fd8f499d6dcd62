package waggle.events.sweep;

import java.util.UUID;

/**
 * Tasks for one endpoint that are sent in portions. The next portion follows once the last task of the one before was
 * attempted. So the queue never has more of an endpoint's tasks than the endpoint works off, and a large backlog does not
 * keep the tasks of others from being received (Amazon SQS Developer Guide, "FIFO queue quotas": SQS looks for available
 * message groups in the first 120,000 messages).
 */
interface Feed {
    /** What a feed did. */
    enum Step {
        /** It sent a portion, and has more. */
        SENT,
        /** It waits for attempts. */
        WAITED,
        /** It has no more tasks. */
        ENDED,
        /** It could not proceed. The next sweep continues. */
        FAILED
    }

    UUID company();

    Step proceed();
}
