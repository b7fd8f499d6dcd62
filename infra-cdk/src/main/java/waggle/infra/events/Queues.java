package waggle.infra.events;

import java.util.Map;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Nag;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.QueueFacts;
import waggle.platform.aws.QueueSettings;

/** The queues of webhook delivery and of the synchronisation with CRMs. */
final class Queues extends Construct {
    private final WorkQueue deliveries;
    private final WorkQueue later;
    private final Queue unrelayed;
    private final WorkQueue crm;

    Queues(Construct scope, Environment environment) {
        super(scope, "Queues");
        deliveries = WorkQueue.ordered(this, environment, "deliveries", QueueFacts.VISIBILITY_TIMEOUT);
        later = WorkQueue.unordered(this, environment, "later");
        unrelayed = SecureQueue.ofDeadLetters(this, environment.nameOf("relay-dead-letters"))
                .build();
        crm = WorkQueue.ordered(this, environment, "crm", QueueFacts.SYNC_VISIBILITY);
        Nag.accept(unrelayed, "AwsSolutions-SQS3", "This is the dead-letter queue of an event source");
    }

    /** Tasks for the dispatcher. */
    WorkQueue deliveries() {
        return deliveries;
    }

    /** Tasks that wait for some minutes. */
    WorkQueue later() {
        return later;
    }

    /**
     * The keys of stream records that the relay could not read, and the positions in the table's stream of batches that
     * failed in all attempts.
     */
    Queue unrelayed() {
        return unrelayed;
    }

    /** Tasks of the synchronisation with CRMs. */
    WorkQueue crm() {
        return crm;
    }

    /** The environment variables with the URLs of the queues. */
    Map<String, String> variables() {
        return Map.of(
                QueueSettings.DELIVERIES,
                deliveries.queue().getQueueUrl(),
                QueueSettings.LATER,
                later.queue().getQueueUrl(),
                QueueSettings.UNRELAYED,
                unrelayed.getQueueUrl(),
                CrmSettings.QUEUE,
                crm.queue().getQueueUrl());
    }
}
