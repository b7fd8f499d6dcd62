package waggle.model.write;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import waggle.model.declaration.Resource;
import waggle.model.paging.Segment;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;

/**
 * Writes many records of a resource, and the segments that inserts in their order would have made: everything that lists
 * read, without the events and unique texts of inserts.
 */
public final class BulkRecords<T> {
    private static final int BATCH = 25;

    private final DynamoDbClient client;
    private final String table;
    private final UUID company;
    private final Resource<T> resource;
    private final RecordItems<T> items;
    private final int count;
    private final IntFunction<Entity<T>> records;

    /** @param records by their number, in the order of their uuids; each the same whenever it is asked for */
    public BulkRecords(
            DynamoDbClient client,
            String table,
            UUID company,
            Resource<T> resource,
            int count,
            IntFunction<Entity<T>> records) {
        this.client = client;
        this.table = table;
        this.company = company;
        this.resource = resource;
        this.items = new RecordItems<>(resource, company);
        this.count = count;
        this.records = records;
    }

    /** The uuid of a moment; of one moment, the uuids are in the order of their numbers. */
    public static UUID uuid(long millisecond, long number) {
        return new UUID(millisecond << 16 | 0x7000, Long.MIN_VALUE | number);
    }

    /** Writes the segments of the size that they always have. */
    public void writeSegments() {
        writeSegments(Segments.SIZE);
    }

    /** Writes those from one number to another. */
    public void writeRecords(int from, int to) {
        write(to - from, number -> items.item(Snapshot.of(records.apply(from + number))));
    }

    public void writeSegments(int size) {
        write(Math.ceilDiv(count, size), number -> segment(number * size, Math.min((number + 1) * size, count)));
    }

    private Map<String, AttributeValue> segment(int first, int end) {
        var partition = resource.collection(company);
        var item =
                Segment.begun(ItemKey.segment(partition, cut(first)), end - first, Segment.endOfSecond(key(end - 1)));
        if (end < count) {
            item.remove(Segment.GREATEST);
            item.put(Segment.END, AttributeValue.fromS(cut(end)));
        }
        return item;
    }

    private String cut(int first) {
        return first == 0 ? Segment.OLDEST : Segment.cut(Segment.endOfSecond(key(first - 1)), key(first));
    }

    private String key(int number) {
        return records.apply(number).uuid().toString();
    }

    private void write(int many, IntFunction<Map<String, AttributeValue>> items) {
        IntStream.range(0, Math.ceilDiv(many, BATCH))
                .parallel()
                .mapToObj(batch -> IntStream.range(batch * BATCH, Math.min((batch + 1) * BATCH, many)))
                .forEach(numbers -> writeBatch(numbers.mapToObj(items).toList()));
    }

    private void writeBatch(List<Map<String, AttributeValue>> items) {
        var requests = items.stream()
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        client.batchWriteItem(batch -> batch.requestItems(Map.of(table, requests)));
    }
}
