package waggle.infra;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.platform.aws.QueueFacts;

/** A queue of messages that a function works off, and one of those that it could not in ten attempts. */
final class WorkQueue extends Construct {
    /** Longer than an endpoint may fail before it is disabled (contract §6): until then its messages may wait behind each other. */
    private static final Duration KEPT = Duration.days(7);

    /** More than ten messages of one record, put back as a slow receiver takes the time, come to. */
    private static final int ATTEMPTS = 10;

    private final Queue deadLetters;
    private final Queue queue;

    private WorkQueue(
            Construct scope, Environment environment, String id, String suffix, UnaryOperator<Queue.Builder> kind) {
        super(scope, id);
        var name = environment.nameOf(id);
        deadLetters = kind.apply(SecureQueue.ofDeadLetters(this, name + "-dead-letters" + suffix))
                .build();
        queue = kind.apply(SecureQueue.of(this, "Resource", name + suffix))
                .retentionPeriod(KEPT)
                .visibilityTimeout(Duration.seconds(QueueFacts.VISIBILITY_TIMEOUT.toSeconds()))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(ATTEMPTS)
                        .build())
                .build();
    }

    /** Messages of a group are worked off one after another, those of different groups side by side. */
    static WorkQueue ordered(Construct scope, Environment environment, String id) {
        return new WorkQueue(scope, environment, id, QueueFacts.FIFO_SUFFIX, WorkQueue::inGroups);
    }

    static WorkQueue unordered(Construct scope, Environment environment, String id) {
        return new WorkQueue(scope, environment, id, "", UnaryOperator.identity());
    }

    /** High throughput (Amazon SQS Developer Guide, "High throughput for FIFO queues"). */
    private static Queue.Builder inGroups(Queue.Builder queue) {
        return queue.fifo(true)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID);
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    void letSend(FunctionRole role) {
        allow(role, queue, "sqs:SendMessage");
    }

    /** What Lambda needs to work a queue off (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"), and to put back. */
    void letReceive(FunctionRole role) {
        allow(
                role,
                queue,
                "sqs:ReceiveMessage",
                "sqs:DeleteMessage",
                "sqs:ChangeMessageVisibility",
                "sqs:GetQueueAttributes");
    }

    static void allow(FunctionRole role, Queue queue, String... actions) {
        role.allow(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(queue.getQueueArn()))
                .build());
    }
}
