package waggle.cloud.poller;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import waggle.model.table.TableDesign;
import waggle.platform.aws.QueueFacts;

/**
 * The order in which a function gets the records of a stream. With a parallelization factor of 1, Lambda keeps the order of
 * each shard, and a partition of the table is in one shard. With a larger factor it keeps the order of each item only (AWS
 * Lambda Developer Guide, "Using Lambda with DynamoDB").
 *
 * @param factor the parallelization factor
 * @param isWeakened whether the order of the partitions is random, as if each was in a shard of its own, and some batches
 *     come twice
 */
public record StreamOrder(int factor, boolean isWeakened) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The order with the deployed factor and one shard. */
    public static StreamOrder oneShard() {
        return new StreamOrder(QueueFacts.STREAM_FACTOR, false);
    }

    /** The weakest order that Lambda may choose with the deployed factor. */
    public static StreamOrder weakened() {
        return new StreamOrder(QueueFacts.STREAM_FACTOR, true);
    }

    /** Splits the records of a shard into the batches that the function gets, one after another. */
    List<List<Record>> batches(List<Record> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        if (factor == 1 && !isWeakened) {
            return List.of(records);
        }
        var batches = new ArrayList<>(
                records.stream().collect(Collectors.groupingBy(this::lane)).values());
        Collections.shuffle(batches, RANDOM);
        if (isWeakened) {
            batches.addFirst(batches.getFirst());
        }
        return batches;
    }

    /** What the records have in common whose order Lambda keeps. */
    private Map<String, AttributeValue> lane(Record record) {
        var key = record.dynamodb().keys();
        return factor == 1
                ? Map.of(TableDesign.PARTITION_KEY, Objects.requireNonNull(key.get(TableDesign.PARTITION_KEY)))
                : key;
    }
}
