package waggle.infra.events;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Queues that are encrypted at rest and in transit. */
final class SecureQueue {
    /** The maximum of SQS, and longer than the retention of all other queues. */
    private static final Duration DEAD_LETTERS_KEPT = Duration.days(14);

    private SecureQueue() {}

    static Queue.Builder of(Construct scope, String id, String name) {
        return Queue.Builder.create(scope, id)
                .queueName(name)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }

    /** A queue without a consumer, for an operator. */
    static Queue.Builder ofDeadLetters(Construct scope, String name) {
        return of(scope, "DeadLetters", name).retentionPeriod(DEAD_LETTERS_KEPT);
    }
}
