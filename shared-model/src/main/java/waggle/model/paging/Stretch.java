package waggle.model.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/**
 * Neighbouring records of a partition, read from a cursor on.
 *
 * @param cursor the key to begin at, included when reading upwards, excluded when reading downwards; null for a key
 *     above the newest
 * @param up whether to read from older to newer records
 * @param skipped the number of records between the cursor and the stretch
 * @param length the number of records of the stretch
 */
public record Stretch(@Nullable String cursor, boolean up, int skipped, int length) {
    static Stretch down(@Nullable String cursor, long skipped, long length) {
        return new Stretch(cursor, false, Math.toIntExact(skipped), Math.toIntExact(length));
    }

    static Stretch up(String cursor, long skipped, long length) {
        return new Stretch(cursor, true, Math.toIntExact(skipped), Math.toIntExact(length));
    }

    /**
     * Reads the records consistently, newest first. The read costs the capacity of these and of the skipped records.
     */
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
