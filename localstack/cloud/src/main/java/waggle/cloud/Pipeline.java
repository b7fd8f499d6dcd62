package waggle.cloud;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import waggle.cloud.pumps.QueuePump;
import waggle.cloud.pumps.SchedulePump;
import waggle.cloud.pumps.StreamPump;
import waggle.model.aws.Settings;

/** The way of events: from the table's stream to the queues, and from there to the endpoints. */
final class Pipeline implements AutoCloseable {
    /** A minute in AWS; here somebody looks on. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private static final int DISPATCHERS = 64;
    private static final int LATE_DISPATCHERS = 2;

    private final Parts parts = new Parts();

    private Pipeline() {}

    static Pipeline start(
            EventFunctions functions,
            Settings settings,
            Queues queues,
            DynamoDbClient dynamoDb,
            AwsCredentialsProvider credentials) {
        var pipeline = new Pipeline();
        var streams = pipeline.parts.add(streams(settings, credentials));
        var stream = dynamoDb.describeTable(table -> table.tableName(settings.table()))
                .table()
                .latestStreamArn();
        var pumps = pipeline.parts;
        pumps.add(
                QueuePump.start(queues.client(), queues.settings().deliveries(), functions.dispatcher(), DISPATCHERS));
        pumps.add(
                QueuePump.start(queues.client(), queues.settings().later(), functions.dispatcher(), LATE_DISPATCHERS));
        pumps.add(StreamPump.start(streams, stream, functions.relay()));
        pumps.add(SchedulePump.start("sweep", functions.sweeper(), SWEEP));
        return pipeline;
    }

    private static DynamoDbStreamsClient streams(Settings settings, AwsCredentialsProvider credentials) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(Objects.requireNonNull(settings.dynamoDbEndpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        parts.close();
    }
}
