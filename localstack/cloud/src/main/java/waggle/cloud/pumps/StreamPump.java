package waggle.cloud.pumps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import waggle.cloud.lambda.Lambda;
import waggle.model.aws.QueueFacts;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.TableDesign;

/**
 * Takes changes from the table's stream, shard by shard and in order, and hands the events among them to a function (AWS
 * Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). It begins with the oldest that the stream still has:
 * the queues of an earlier start are gone with their process, and what was delivered then is not delivered again.
 */
public final class StreamPump {
    /** Between calls, but where more is waiting: one call costs DynamoDB Local as much as a write. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String CLOSED = "closed";

    private final DynamoDbStreamsClient client;
    private final String stream;
    private final Lambda function;
    private final Map<String, String> iterators = new TreeMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private List<Shard> known = List.of();

    private StreamPump(DynamoDbStreamsClient client, String stream, Lambda function) {
        this.client = client;
        this.stream = stream;
        this.function = function;
    }

    /** Begins to take changes. */
    public static Pump start(DynamoDbStreamsClient client, String stream, Lambda function) {
        return Pump.start("pump of the stream", new StreamPump(client, stream, function)::stroke);
    }

    private Duration stroke() {
        var more = false;
        for (var shard : open()) {
            more |= work(shard);
        }
        return more ? Duration.ZERO : PAUSE;
    }

    /** Those that are not done, whose parents are: what came first is handed on first. */
    private List<Shard> open() {
        if (!known.isEmpty()) {
            return known;
        }
        var shards = client.describeStream(describe -> describe.streamArn(stream))
                .streamDescription()
                .shards();
        known = shards.stream()
                .filter(shard -> !isDone(shard.shardId()))
                .filter(shard -> shard.parentShardId() == null
                        || isDone(shard.parentShardId())
                        || shards.stream().noneMatch(other -> other.shardId().equals(shard.parentShardId())))
                .toList();
        return known;
    }

    private boolean isDone(String shard) {
        return CLOSED.equals(positions.get(shard));
    }

    /** Answers whether there is likely to be more. */
    private boolean work(Shard shard) {
        var iterator = iterators.computeIfAbsent(shard.shardId(), this::iterator);
        var answer = client.getRecords(get -> get.shardIterator(iterator).limit(QueueFacts.STREAM_BATCH));
        var failed = hand(answer.records().stream().filter(StreamPump::isEvent).toList());
        if (failed.isPresent()) {
            iterators.remove(shard.shardId());
            return false;
        }
        advance(shard.shardId(), answer.records(), answer.nextShardIterator());
        return answer.records().size() == QueueFacts.STREAM_BATCH;
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
            known = List.of();
        } else {
            iterators.put(shard, next);
            if (!records.isEmpty()) {
                positions.put(shard, records.getLast().dynamodb().sequenceNumber());
            }
        }
    }

    /** The filter that the deployed event source has as well. */
    private static boolean isEvent(Record record) {
        var image = record.dynamodb().newImage();
        return record.eventName() == OperationType.INSERT
                && Objects.requireNonNull(image.get(TableDesign.PARTITION_KEY))
                        .s()
                        .endsWith("#" + Event.NAME);
    }

    /** What comes again, if the function could not do all of it. */
    private Optional<String> hand(List<Record> records) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        var event = Json.mapper().createObjectNode();
        var array = event.putArray("Records");
        records.forEach(record -> array.add(StreamJson.of(record, stream)));
        var answer = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return Json.mapper()
                    .readTree(answer)
                    .path("batchItemFailures")
                    .valueStream()
                    .map(failure -> failure.path("itemIdentifier").asText())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
