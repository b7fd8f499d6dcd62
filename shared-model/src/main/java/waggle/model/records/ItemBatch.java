package waggle.model.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import waggle.model.table.ItemKey;

/** Reads many items by their keys. */
public final class ItemBatch {
    /** The most keys of one request (Amazon DynamoDB API Reference, BatchGetItem). */
    private static final int MOST = 100;

    private ItemBatch() {}

    /** The items that exist, by key, as last written. */
    public static Map<ItemKey, Map<String, AttributeValue>> read(
            DynamoDbClient client, String table, Collection<ItemKey> keys) {
        return read(client, table, keys, true);
    }

    /** The items that exist, by key, as they were a moment ago; half of the units. */
    public static Map<ItemKey, Map<String, AttributeValue>> readEventually(
            DynamoDbClient client, String table, Collection<ItemKey> keys) {
        return read(client, table, keys, false);
    }

    private static Map<ItemKey, Map<String, AttributeValue>> read(
            DynamoDbClient client, String table, Collection<ItemKey> keys, boolean isConsistent) {
        var items = new HashMap<ItemKey, Map<String, AttributeValue>>();
        var left = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            var some = left.subList(0, Math.min(MOST, left.size()));
            client.batchGetItemPaginator(get -> get.requestItems(Map.of(table, wanted(some, isConsistent)))).stream()
                    .flatMap(read -> read.responses().getOrDefault(table, List.of()).stream())
                    .forEach(item -> items.put(ItemKey.of(item), item));
            some.clear();
        }
        return items;
    }

    private static KeysAndAttributes wanted(List<ItemKey> keys, boolean isConsistent) {
        return KeysAndAttributes.builder()
                .keys(keys.stream().map(ItemKey::attributes).toList())
                .consistentRead(isConsistent)
                .build();
    }
}
