package waggle.model.paging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;
import waggle.model.transaction.Transaction;

/** Deletes the segments of a partition that has no record, and gets none again because its owner is being removed. */
public final class SegmentRemoval {
    /** Items that one transaction can delete beside others; an open segment has fewer. */
    private static final int FEW = 2 * Lane.MOST;

    private static final AttributeValue NONE = AttributeValue.fromN("0");

    private final DynamoDbClient client;
    private final String table;
    private final String partition;

    /**
     * Binds to a partition.
     *
     * @param partition the partition key of the counted records
     */
    public SegmentRemoval(DynamoDbClient client, String table, String partition) {
        this.client = client;
        this.table = table;
        this.partition = partition;
    }

    /**
     * Deletes all segments with the transaction.
     *
     * @return false if there are more than a few, so that {@link #deleteClosed} has to come first
     */
    public boolean deleteWith(Transaction transaction) {
        var keys = keys(null);
        if (keys.size() > FEW) {
            return false;
        }
        keys.forEach(key -> transaction.delete(key, Refusal.raced()).require(Segment.COUNT, NONE));
        return true;
    }

    /** Deletes all segments but the open one. It can be stopped and repeated. */
    public void deleteClosed(RetryBudget budget) {
        var items = new SingleItems(client, table, budget);
        keys("attribute_exists(e)")
                .forEach(key -> items.delete(delete -> delete.key(key.attributes())
                        .conditionExpression("attribute_not_exists(n) OR n = :none")
                        .expressionAttributeValues(Map.of(":none", NONE))));
    }

    private List<ItemKey> keys(@Nullable String filter) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments")
                        .filterExpression(filter)
                        .expressionAttributeValues(
                                Map.of(":segments", AttributeValue.fromS(ItemKey.segments(partition))))
                        .projectionExpression("pk, sk")
                        .consistentRead(true))
                .items()
                .stream()
                .map(ItemKey::of)
                .toList();
    }
}
