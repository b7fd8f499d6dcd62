package waggle.acceptance.cloud;

import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import waggle.cloud.Cloud;
import waggle.platform.aws.Clients;

/** Reads what the stream of the local table got since a moment. */
public final class StreamReading {
    private final DynamoDbStreamsClient client;
    private final TreeMap<String, String> iterators = new TreeMap<>();

    private StreamReading(DynamoDbStreamsClient client) {
        this.client = client;
    }

    public static StreamReading start() {
        var settings = LocalCloud.cloud().settings();
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        var client = DynamoDbStreamsClient.builder()
                .endpointOverride(Objects.requireNonNull(settings.dynamoDbEndpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var reading = new StreamReading(client);
        try (var table = Clients.dynamoDb(settings, credentials)) {
            reading.start(table.describeTable(describe -> describe.tableName(settings.table()))
                    .table()
                    .latestStreamArn());
        }
        return reading;
    }

    private void start(String stream) {
        client.describeStream(describe -> describe.streamArn(stream)).streamDescription().shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .forEach(shard -> iterators.put(
                        shard.shardId(),
                        client.getShardIterator(get -> get.streamArn(stream)
                                        .shardId(shard.shardId())
                                        .shardIteratorType(ShardIteratorType.LATEST))
                                .shardIterator()));
    }

    /** All images as text. */
    public String read() {
        var all = new StringBuilder();
        for (var shard : iterators.navigableKeySet()) {
            var iterator = iterators.get(shard);
            var isEmpty = false;
            while (iterator != null && !isEmpty) {
                var current = iterator;
                var batch = client.getRecords(get -> get.shardIterator(current));
                batch.records().forEach(all::append);
                isEmpty = batch.records().isEmpty();
                iterator = batch.nextShardIterator();
            }
        }
        return all.toString();
    }
}
