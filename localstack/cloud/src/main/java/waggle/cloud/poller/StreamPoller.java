package waggle.cloud.poller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import waggle.cloud.lambda.Lambda;
import waggle.model.json.Json;
import waggle.platform.aws.QueueFacts;

/**
 * Reads the stream of the table shard by shard, and invokes a function with records of it (AWS Lambda
 * Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). It starts with the oldest record of the stream, since the
 * queues of an earlier process are lost. Events that were delivered before are not delivered again.
 */
public final class StreamPoller {
    /** The delay after a batch that is not full. One read of the stream costs DynamoDB Local as much as a write. */
    private static final Duration DELAY = Duration.ofMillis(100);

    /** The position in a shard that was read to its end. */
    private static final String CLOSED = "closed";

    private final DynamoDbStreamsClient client;
    private final String stream;
    private final Lambda function;
    private final Predicate<Record> filter;
    private final StreamOrder order;
    private final Map<String, String> iterators = new TreeMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private List<Shard> open = List.of();

    private StreamPoller(
            DynamoDbStreamsClient client, String stream, Lambda function, Predicate<Record> filter, StreamOrder order) {
        this.client = client;
        this.stream = stream;
        this.function = function;
        this.filter = filter;
        this.order = order;
    }

    /**
     * Starts to read a stream.
     *
     * @param filter of the records that the function gets
     */
    public static Poller start(
            DynamoDbStreamsClient client, String stream, Lambda function, Predicate<Record> filter, StreamOrder order) {
        return Poller.start("poller of the stream", new StreamPoller(client, stream, function, filter, order)::poll);
    }

    private Duration poll() {
        var more = false;
        for (var shard : open()) {
            more |= read(shard);
        }
        return more ? Duration.ZERO : DELAY;
    }

    /** The shards that are not read to their end and whose parents are, so that records are read in order. */
    private List<Shard> open() {
        if (!open.isEmpty()) {
            return open;
        }
        var shards = client.describeStream(describe -> describe.streamArn(stream))
                .streamDescription()
                .shards();
        open = shards.stream()
                .filter(shard -> !isDone(shard.shardId()))
                .filter(shard -> shard.parentShardId() == null
                        || isDone(shard.parentShardId())
                        || shards.stream().noneMatch(other -> other.shardId().equals(shard.parentShardId())))
                .toList();
        return open;
    }

    private boolean isDone(String shard) {
        return CLOSED.equals(positions.get(shard));
    }

    /** Reads one batch and returns whether more records are likely. */
    private boolean read(Shard shard) {
        var iterator = iterators.computeIfAbsent(shard.shardId(), this::iterator);
        var batch = client.getRecords(get -> get.shardIterator(iterator).limit(QueueFacts.STREAM_BATCH));
        var events = batch.records().stream().filter(filter).toList();
        if (order.batches(events).stream().anyMatch(this::fails)) {
            iterators.remove(shard.shardId());
            return false;
        }
        advance(shard.shardId(), batch.records(), batch.nextShardIterator());
        return batch.records().size() == QueueFacts.STREAM_BATCH;
    }

    private String iterator(String shard) {
        var position = Optional.ofNullable(positions.get(shard));
        return client.getShardIterator(get -> get.streamArn(stream)
                        .shardId(shard)
                        .shardIteratorType(
                                position.isPresent()
                                        ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                                        : ShardIteratorType.TRIM_HORIZON)
                        .sequenceNumber(position.orElse(null)))
                .shardIterator();
    }

    private void advance(String shard, List<Record> records, @Nullable String next) {
        if (next == null) {
            iterators.remove(shard);
            positions.put(shard, CLOSED);
            open = List.of();
        } else {
            iterators.put(shard, next);
            if (!records.isEmpty()) {
                positions.put(shard, records.getLast().dynamodb().sequenceNumber());
            }
        }
    }

    /** Invokes the function and returns whether a record failed. All that was read is then read again. */
    private boolean fails(List<Record> records) {
        var event = Json.mapper().createObjectNode();
        var array = event.putArray("Records");
        records.forEach(record -> array.add(StreamRecords.of(record, stream)));
        var response = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return !Json.mapper().readTree(response).path("batchItemFailures").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
