package waggle.model.migration;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.transaction.SingleItems;

/**
 * The position of a migration in one segment of the table, stored as an item after each page.
 *
 * @param segment of the scan
 * @param last the last key that was read; empty at the beginning
 * @param isDone whether the whole segment was read
 * @param progress the records so far
 */
record Checkpoint(int segment, Map<String, AttributeValue> last, boolean isDone, Progress progress) {
    private static final String LAST = "last";
    private static final String DONE = "done";
    private static final String READ = "read";
    private static final String REWRITTEN = "rewritten";

    /** The stored checkpoint of a segment; the beginning of the segment if there is none. */
    static Checkpoint read(DynamoDbClient client, String table, int segment) {
        var key = ItemKey.migration(segment).attributes();
        var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return new Checkpoint(
                segment,
                Optional.ofNullable(item.get(LAST)).map(AttributeValue::m).orElse(Map.of()),
                Optional.ofNullable(item.get(DONE)).map(AttributeValue::bool).orElse(false),
                new Progress(number(item, READ), number(item, REWRITTEN)));
    }

    void save(DynamoDbClient client, String table) {
        var item = ItemKey.migration(segment).attributes();
        if (!last.isEmpty()) {
            item.put(LAST, AttributeValue.fromM(last));
        }
        item.put(DONE, AttributeValue.fromBool(isDone));
        item.put(READ, AttributeValue.fromN(Long.toString(progress.read())));
        item.put(REWRITTEN, AttributeValue.fromN(Long.toString(progress.rewritten())));
        new SingleItems(client, table).put(put -> put.item(item));
    }

    void delete(DynamoDbClient client, String table) {
        var key = ItemKey.migration(segment).attributes();
        new SingleItems(client, table).delete(delete -> delete.key(key));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(value -> Long.parseLong(value.n()))
                .orElse(0L);
    }
}
