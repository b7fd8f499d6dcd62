package waggle.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Queues whose messages are encrypted, where they lie and on their way. */
final class SecureQueue {
    /** As long as SQS keeps anything, and longer than any queue keeps what becomes a dead letter. */
    private static final Duration DEAD_LETTERS_KEPT = Duration.days(14);

    private SecureQueue() {}

    static Queue.Builder of(Construct scope, String id, String name) {
        return Queue.Builder.create(scope, id)
                .queueName(name)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }

    /** A queue that nothing works off: what lies in it waits for a person. */
    static Queue.Builder ofDeadLetters(Construct scope, String name) {
        return of(scope, "DeadLetters", name).retentionPeriod(DEAD_LETTERS_KEPT);
    }
}
