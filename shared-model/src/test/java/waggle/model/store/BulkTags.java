package waggle.model.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import waggle.model.LocalTable;
import waggle.model.table.ItemKey;
import waggle.model.tags.Tag;

/** Writes as many tags as a measurement wants, and the segments that inserting them in their order would have made. */
final class BulkTags {
    private static final int BATCH = 25;
    private static final RecordItems<Tag> ITEMS = new RecordItems<>(Tag.RESOURCE, Tag.RESOURCE.schema());

    private final CountedTags tags;
    private final List<UUID> ascending;

    BulkTags(CountedTags tags, List<UUID> ascending) {
        this.tags = tags;
        this.ascending = ascending;
    }

    /** Writes those from one place in the order to another, with labels longer by so much. */
    void writeRecords(int longer, int from, int to) {
        write(ascending.subList(from, to).stream()
                .map(uuid -> CountedTags.entity(uuid, uuid + "x".repeat(longer)))
                .map(this::record)
                .toList());
    }

    void writeSegments(int size) {
        write(IntStream.iterate(0, first -> first < ascending.size(), first -> first + size)
                .mapToObj(first -> segment(first, Math.min(first + size, ascending.size())))
                .toList());
    }

    private Map<String, AttributeValue> record(Entity<Tag> tag) {
        return ITEMS.item(tags.actor.company(), tag);
    }

    private Map<String, AttributeValue> segment(int first, int end) {
        var item = Segment.begun(ItemKey.segment(tags.partition(), cut(first)), end - first, key(end - 1));
        if (end < ascending.size()) {
            item.remove(Segment.GREATEST);
            item.put(Segment.END, AttributeValue.fromS(cut(end)));
        }
        return item;
    }

    private String cut(int first) {
        return first == 0 ? Segment.OLDEST : Segment.cut(key(first - 1), key(first));
    }

    private String key(int index) {
        return ascending.get(index).toString();
    }

    private static void write(List<Map<String, AttributeValue>> items) {
        IntStream.range(0, Math.ceilDiv(items.size(), BATCH))
                .parallel()
                .mapToObj(i -> items.stream().skip((long) i * BATCH).limit(BATCH))
                .forEach(BulkTags::writeBatch);
    }

    private static void writeBatch(Stream<Map<String, AttributeValue>> items) {
        var requests = items.map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        LocalTable.shared().batchWriteItem(batch -> batch.requestItems(Map.of(LocalTable.NAME, requests)));
    }
}
