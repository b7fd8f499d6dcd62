package waggle.model.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/**
 * Neighbouring records of a partition, found from a cursor.
 *
 * @param cursor the key to begin at: itself and above when going up, only what is below when going down; null is above
 *     the newest
 * @param up whether from older to newer
 * @param skipped how many records lie between the cursor and the first one wanted
 * @param length how many are wanted
 */
public record Stretch(@Nullable String cursor, boolean up, int skipped, int length) {
    static Stretch down(@Nullable String cursor, long skipped, long length) {
        return new Stretch(cursor, false, Math.toIntExact(skipped), Math.toIntExact(length));
    }

    static Stretch up(String cursor, long skipped, long length) {
        return new Stretch(cursor, true, Math.toIntExact(skipped), Math.toIntExact(length));
    }

    /** The records, newest first and as last written, for the read capacity of these and the skipped ones. */
    public <E> List<E> read(DynamoDbTable<E> table, String partition) {
        var limit = skipped + length;
        var read = table
                .query(query -> query.queryConditional(within(partition))
                        .scanIndexForward(up)
                        .limit(limit)
                        .consistentRead(true))
                .items()
                .stream()
                .limit(limit)
                .skip(skipped)
                .toList();
        return up ? read.reversed() : read;
    }

    private QueryConditional within(String partition) {
        if (cursor == null) {
            return QueryConditional.keyEqualTo(key -> key.partitionValue(partition));
        }
        var key = Key.builder().partitionValue(partition).sortValue(cursor).build();
        return up ? QueryConditional.sortGreaterThanOrEqualTo(key) : QueryConditional.sortLessThan(key);
    }
}
