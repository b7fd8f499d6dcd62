package waggle.infra.events;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionRole;
import waggle.platform.aws.QueueFacts;

/** A queue with a consumer, and its dead-letter queue for messages that failed in all attempts. */
final class WorkQueue extends Construct {
    /** Longer than an endpoint may fail before Waggle disables it: until then, tasks may wait for each other. */
    private static final Duration RETENTION = Duration.days(7);

    /** More receives than the tasks of one batch need if a slow receiver uses up the time of each call. */
    private static final int ATTEMPTS = 10;

    private final Queue deadLetters;
    private final Queue queue;

    private WorkQueue(
            Construct scope,
            Environment environment,
            String id,
            String suffix,
            java.time.Duration visibility,
            UnaryOperator<Queue.Builder> kind) {
        super(scope, id);
        var name = environment.nameOf(id);
        deadLetters = kind.apply(SecureQueue.ofDeadLetters(this, name + "-dead-letters" + suffix))
                .build();
        queue = kind.apply(SecureQueue.of(this, "Resource", name + suffix))
                .retentionPeriod(RETENTION)
                .visibilityTimeout(Duration.seconds(visibility.toSeconds()))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(ATTEMPTS)
                        .build())
                .build();
    }

    /** A FIFO queue: messages of one group stay in order, different groups run in parallel. */
    static WorkQueue ordered(Construct scope, Environment environment, String id, java.time.Duration visibility) {
        return new WorkQueue(scope, environment, id, QueueFacts.FIFO_SUFFIX, visibility, WorkQueue::inGroups);
    }

    static WorkQueue unordered(Construct scope, Environment environment, String id) {
        return new WorkQueue(scope, environment, id, "", QueueFacts.VISIBILITY_TIMEOUT, UnaryOperator.identity());
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

    /** The permissions of a consumer (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
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
