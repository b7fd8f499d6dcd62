package waggle.cloud.dynamodb;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.TransactGetItem;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the keys of the items of a request. */
final class ItemKeys {
    private final Function<String, List<KeySchemaElement>> schemas;
    private final Map<String, List<KeySchemaElement>> known = new ConcurrentHashMap<>();

    /** @param schemas the key schema of a table, by its name */
    ItemKeys(Function<String, List<KeySchemaElement>> schemas) {
        this.schemas = schemas;
    }

    List<ItemKey> of(TransactWriteItemsRequest request) {
        return request.getTransactItems().stream().map(this::of).toList();
    }

    List<ItemKey> of(TransactGetItemsRequest request) {
        return request.getTransactItems().stream()
                .map(TransactGetItem::getGet)
                .map(get -> new ItemKey(get.getTableName(), get.getKey()))
                .toList();
    }

    private ItemKey of(TransactWriteItem write) {
        if (write.getPut() != null) {
            return of(write.getPut().getTableName(), write.getPut().getItem());
        }
        if (write.getUpdate() != null) {
            return new ItemKey(
                    write.getUpdate().getTableName(), write.getUpdate().getKey());
        }
        if (write.getDelete() != null) {
            return new ItemKey(
                    write.getDelete().getTableName(), write.getDelete().getKey());
        }
        return new ItemKey(
                write.getConditionCheck().getTableName(),
                write.getConditionCheck().getKey());
    }

    /** Returns the key of an item, by all its attributes. */
    ItemKey of(String table, Map<String, AttributeValue> item) {
        var key = new HashMap<>(item);
        key.keySet()
                .retainAll(known.computeIfAbsent(table, schemas).stream()
                        .map(KeySchemaElement::getAttributeName)
                        .toList());
        return new ItemKey(table, key);
    }
}
