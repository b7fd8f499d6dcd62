package waggle.infra;

import java.util.Map;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.platform.aws.QueueSettings;

/** The queues that events pass on their way to endpoints. */
final class Queues extends Construct {
    private final WorkQueue deliveries;
    private final WorkQueue later;
    private final Queue unrelayed;

    Queues(Construct scope, Environment environment) {
        super(scope, "Queues");
        deliveries = WorkQueue.ordered(this, environment, "deliveries");
        later = WorkQueue.unordered(this, environment, "later");
        unrelayed = SecureQueue.ofDeadLetters(this, environment.nameOf("relay-dead-letters"))
                .build();
        Nag.accept(unrelayed, "AwsSolutions-SQS3", "It is the dead-letter queue of an event source, not of a queue");
    }

    /** What is to go to an endpoint. */
    WorkQueue deliveries() {
        return deliveries;
    }

    /** What is to go to an endpoint in some minutes. */
    WorkQueue later() {
        return later;
    }

    /** Which stretches of the table's stream were given up; not what was in them. */
    Queue unrelayed() {
        return unrelayed;
    }

    /** What a function has to know to find them. */
    Map<String, String> variables() {
        return Map.of(
                QueueSettings.DELIVERIES,
                deliveries.queue().getQueueUrl(),
                QueueSettings.LATER,
                later.queue().getQueueUrl());
    }
}
