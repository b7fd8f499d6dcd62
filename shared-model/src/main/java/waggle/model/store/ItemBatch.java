package waggle.model.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** Reads many items by their keys, as last written. */
final class ItemBatch {
    /** The most that DynamoDB reads at once (Amazon DynamoDB API Reference, BatchGetItem). */
    private static final int MOST = 100;

    private ItemBatch() {}

    /** The items that are there. */
    static Map<ItemKey, Map<String, AttributeValue>> read(
            DynamoDbClient client, String table, Collection<ItemKey> keys) {
        var items = new HashMap<ItemKey, Map<String, AttributeValue>>();
        var left = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            var some = left.subList(0, Math.min(MOST, left.size()));
            client.batchGetItemPaginator(get -> get.requestItems(Map.of(table, wanted(some)))).stream()
                    .flatMap(read -> read.responses().getOrDefault(table, List.of()).stream())
                    .forEach(item -> items.put(key(item), item));
            some.clear();
        }
        return items;
    }

    private static KeysAndAttributes wanted(List<ItemKey> keys) {
        return KeysAndAttributes.builder()
                .keys(keys.stream().map(ItemKey::attributes).toList())
                .consistentRead(true)
                .build();
    }

    private static ItemKey key(Map<String, AttributeValue> item) {
        return new ItemKey(text(item, TableDesign.PARTITION_KEY), text(item, TableDesign.SORT_KEY));
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute)).s();
    }
}
