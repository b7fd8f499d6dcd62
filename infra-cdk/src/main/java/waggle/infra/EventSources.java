package waggle.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.sqs.Queue;
import waggle.model.events.Event;
import waggle.model.table.TableDesign;
import waggle.platform.aws.QueueFacts;

/** What Lambda calls functions for: changes of the table, and messages. */
final class EventSources {
    /** Batches of a shard at once. Those of one partition, and so a company's events, still come one after another. */
    private static final int STREAM_BATCHES = 4;

    /** Half of what the stream keeps: the other half is for whoever looks into the dead-letter queue. */
    private static final Duration STREAM_PATIENCE = Duration.hours(12);

    /** What no attempt helps must not hold up those behind it for all that time. AWS does not say how it spaces attempts. */
    private static final int STREAM_RETRIES = 1_000;

    private EventSources() {}

    static void stream(JavaFunction function, Table table, Queue givenUp) {
        table.grantStream(function.role());
        WorkQueue.allow(function.role(), givenUp, "sqs:SendMessage");
        var mapping = function.alias().addEventSourceMapping("Stream", streamOptions(table));
        endIn(givenUp, mapping);
    }

    private static EventSourceMappingOptions streamOptions(Table table) {
        return EventSourceMappingOptions.builder()
                .eventSourceArn(table.streamArn())
                // From the newest on, it could miss what is written while it is being made.
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .filters(List.of(Map.of("pattern", newEvents())))
                .batchSize(QueueFacts.STREAM_BATCH)
                .maxBatchingWindow(Duration.seconds(0))
                .parallelizationFactor(STREAM_BATCHES)
                .bisectBatchOnError(true)
                .reportBatchItemFailures(true)
                .maxRecordAge(STREAM_PATIENCE)
                .retryAttempts(STREAM_RETRIES)
                .build();
    }

    /** Nothing else of the table costs a call (AWS Lambda Developer Guide, "Filter rule syntax"). */
    private static String newEvents() {
        return """
                {"eventName":["INSERT"],"dynamodb":{"NewImage":{"%s":{"S":[{"suffix":"%s"}]}}}}""".formatted(TableDesign.PARTITION_KEY, Partitions.endOf(Event.RESOURCE));
    }

    /** CDK's own way lets the function do more with the queue than send. */
    private static void endIn(Queue givenUp, EventSourceMapping mapping) {
        var resource =
                (CfnEventSourceMapping) Objects.requireNonNull(mapping.getNode().getDefaultChild());
        resource.setDestinationConfig(DestinationConfigProperty.builder()
                .onFailure(OnFailureProperty.builder()
                        .destination(givenUp.getQueueArn())
                        .build())
                .build());
    }

    /** @param atOnce how many batches are worked off side by side */
    static void queue(JavaFunction function, WorkQueue queue, int atOnce) {
        queue.letReceive(function.role());
        function.alias()
                .addEventSourceMapping(
                        queue.getNode().getId(),
                        EventSourceMappingOptions.builder()
                                .eventSourceArn(queue.queue().getQueueArn())
                                .batchSize(QueueFacts.MESSAGE_BATCH)
                                .maxConcurrency(atOnce)
                                .reportBatchItemFailures(true)
                                .build());
    }
}
