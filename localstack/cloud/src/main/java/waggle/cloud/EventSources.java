package waggle.cloud;

import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import waggle.cloud.poller.QueuePoller;
import waggle.cloud.poller.SchedulePoller;
import waggle.cloud.poller.StreamFilter;
import waggle.cloud.poller.StreamPoller;
import waggle.cloud.sqs.Queues;
import waggle.platform.aws.Settings;

/** The event sources of the event functions: the stream of the table, two queues and a schedule. */
final class EventSources implements AutoCloseable {
    private static final int DISPATCHERS = 64;
    private static final int LATE_DISPATCHERS = 2;
    private static final int SYNCS = 8;

    private final Closer closer = new Closer();

    private EventSources() {}

    static EventSources start(
            EventFunctions functions,
            Settings settings,
            Queues queues,
            DynamoDbClient dynamoDb,
            AwsCredentialsProvider credentials,
            CloudOptions options) {
        var sources = new EventSources();
        var streams = sources.closer.register(streams(settings, credentials));
        var stream = dynamoDb.describeTable(table -> table.tableName(settings.table()))
                .table()
                .latestStreamArn();
        var pollers = sources.closer;
        pollers.register(QueuePoller.start(
                queues.client(), queues.settings().deliveries(), functions.dispatcher(), DISPATCHERS));
        pollers.register(QueuePoller.start(
                queues.client(), queues.settings().later(), functions.dispatcher(), LATE_DISPATCHERS));
        pollers.register(QueuePoller.start(queues.client(), queues.settings().crm(), functions.sync(), SYNCS));
        pollers.register(
                StreamPoller.start(streams, stream, functions.relay(), StreamFilter::isEvent, options.streamOrder()));
        pollers.register(
                StreamPoller.start(streams, stream, functions.live(), StreamFilter::isLive, options.streamOrder()));
        pollers.register(SchedulePoller.start("sweep", functions.sweeper(), options.sweepInterval()));
        return sources;
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
        closer.close();
    }
}
