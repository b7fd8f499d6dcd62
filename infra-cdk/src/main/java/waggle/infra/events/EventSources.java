package waggle.infra.events;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.sqs.Queue;
import waggle.infra.function.JavaFunction;
import waggle.infra.table.Partitions;
import waggle.infra.table.Table;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.platform.aws.QueueFacts;

/** The event sources of functions: the table's stream and the queues. */
public final class EventSources {
    /** Half of the 24 hours for which the stream keeps records. The other half is for an operator. */
    private static final Duration STREAM_AGE = Duration.hours(12);

    /** Ends the retries of a failing batch sooner. AWS does not document the time between retries. */
    private static final int STREAM_RETRIES = 1_000;

    private EventSources() {}

    static void stream(JavaFunction function, Table table, Queue givenUp) {
        table.grantStream(function.role());
        WorkQueue.allow(function.role(), givenUp, "sqs:SendMessage");
        var mapping = function.alias().addEventSourceMapping("Stream", streamOptions(table, newEvents(), heartbeats()));
        setDestination(givenUp, mapping);
    }

    /**
     * The second reader of the stream, which can have no third one (Amazon DynamoDB Developer Guide, "DynamoDB Streams and
     * AWS Lambda triggers"). It has no queue for what it gives up: the records stay in the table, and clients reload.
     */
    public static void live(JavaFunction function, Table table) {
        table.grantStream(function.role());
        function.alias()
                .addEventSourceMapping("Stream", streamOptions(table, newEvents(), heartbeats(), revokedKeys()));
    }

    private static EventSourceMappingOptions streamOptions(Table table, String... patterns) {
        return EventSourceMappingOptions.builder()
                .eventSourceArn(table.streamArn())
                // LATEST could miss records written while AWS creates the mapping.
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .filters(Stream.of(patterns)
                        .map(pattern -> Map.<String, Object>of("pattern", pattern))
                        .toList())
                .batchSize(QueueFacts.STREAM_BATCH)
                .maxBatchingWindow(Duration.seconds(0))
                .parallelizationFactor(QueueFacts.STREAM_FACTOR)
                .bisectBatchOnError(true)
                .reportBatchItemFailures(true)
                .maxRecordAge(STREAM_AGE)
                .retryAttempts(STREAM_RETRIES)
                .build();
    }

    /** Lambda calls the relay for new events, and for heartbeats (AWS Lambda Developer Guide, "Filter rule syntax"). */
    private static String newEvents() {
        return """
                {"eventName":["INSERT"],"dynamodb":{"NewImage":{"%s":{"S":[{"suffix":"%s"}]}}}}""".formatted(TableDesign.PARTITION_KEY, Partitions.endOf(Event.RESOURCE));
    }

    /** The status page tells how long they take. */
    private static String heartbeats() {
        return """
                {"dynamodb":{"NewImage":{"%s":{"S":["%s"]},"%s":{"S":[{"prefix":"%s"}]}}}}""".formatted(TableDesign.PARTITION_KEY, ItemKey.STATUS, TableDesign.SORT_KEY, ItemKey.STATUS_DAY);
    }

    /** The connections of a revoked key are closed. */
    private static String revokedKeys() {
        return """
                {"dynamodb":{"NewImage":{"%s":{"S":[{"suffix":"%s"}]},"revoked_at":{"S":[{"exists":true}]}}}}""".formatted(TableDesign.PARTITION_KEY, Partitions.endOf(ApiKey.RESOURCE));
    }

    /** CDK's own method would give the function more permissions on the queue than to send. */
    private static void setDestination(Queue givenUp, EventSourceMapping mapping) {
        var resource =
                (CfnEventSourceMapping) Objects.requireNonNull(mapping.getNode().getDefaultChild());
        resource.setDestinationConfig(DestinationConfigProperty.builder()
                .onFailure(OnFailureProperty.builder()
                        .destination(givenUp.getQueueArn())
                        .build())
                .build());
    }

    /** @param batches the number of concurrent batches */
    static void queue(JavaFunction function, WorkQueue queue, int batches) {
        queue.letReceive(function.role());
        function.alias()
                .addEventSourceMapping(
                        queue.getNode().getId(),
                        EventSourceMappingOptions.builder()
                                .eventSourceArn(queue.queue().getQueueArn())
                                .batchSize(QueueFacts.MESSAGE_BATCH)
                                .maxConcurrency(batches)
                                .reportBatchItemFailures(true)
                                .build());
    }
}
