package waggle.model.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/**
 * The records of one company as they were at their first read, many of which one request can make. They show what a second look
 * has to be at; what is written is read again, or verified by its own transaction.
 */
public final class FirstReads implements RecordsBehind {
    private final Records records;
    private final Map<ItemKey, Optional<Map<String, AttributeValue>>> items = new HashMap<>();

    public FirstReads(Records records) {
        this.records = records;
    }

    @Override
    public Records behind() {
        return records;
    }

    /** Reads items together that will be asked for. */
    public void readAhead(List<ItemKey> keys) {
        var wanted =
                keys.stream().distinct().filter(key -> !items.containsKey(key)).toList();
        var found = records.items(wanted);
        wanted.forEach(key -> items.put(key, Optional.ofNullable(found.get(key))));
    }

    @Override
    public Optional<Map<String, AttributeValue>> item(ItemKey key) {
        return items.computeIfAbsent(key, records::item);
    }

    @Override
    public Optional<Map<String, AttributeValue>> item(Resource<?> resource, UUID uuid) {
        return item(resource.key(company(), uuid));
    }

    @Override
    public <T> Optional<Entity<T>> find(Resource<T> resource, UUID uuid) {
        return item(resource, uuid).map(resource.schema()::mapToItem);
    }
}
