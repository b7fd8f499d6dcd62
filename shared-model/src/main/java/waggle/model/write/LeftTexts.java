package waggle.model.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;

/** Deletes items of unique texts that records have left (README, "Unique texts"). */
public final class LeftTexts {
    private final DynamoDbClient client;
    private final String table;

    public LeftTexts(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Deletes the item of a text if its record no longer has the text.
     *
     * @param resource of the record
     * @param item as it was read
     * @return whether the item was deleted
     */
    public boolean deleteIfLeft(Resource<?> resource, Map<String, AttributeValue> item) {
        var stored = new StoredRecords(client, table, ItemKey.of(item).company());
        return UniqueValues.isLeft(stored, resource, item) && delete(item, RetryBudget.perWrite());
    }

    /** Deletes the item unless a record has claimed the text since the item was read: each claim has another version. */
    boolean delete(Map<String, AttributeValue> item, RetryBudget budget) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":owner", Objects.requireNonNull(item.get(UniqueValues.OWNER)));
        // The first items had no version.
        var version = Optional.ofNullable(item.get(UniqueValues.VERSION));
        version.ifPresent(number -> values.put(":version", number));
        var condition = version.isPresent() ? "version = :version" : "attribute_not_exists(version)";
        return new SingleItems(client, table, budget)
                .delete(delete -> delete.key(ItemKey.of(item).attributes())
                        .conditionExpression("#owner = :owner AND " + condition)
                        .expressionAttributeNames(Map.of("#owner", UniqueValues.OWNER))
                        .expressionAttributeValues(values));
    }
}
