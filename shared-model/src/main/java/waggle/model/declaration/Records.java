package waggle.model.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/** The records of one company, as last written. */
public interface Records {
    /** The tenant. */
    UUID company();

    /** The record, if it exists. */
    <T> Optional<Entity<T>> find(Resource<T> resource, UUID uuid);

    /**
     * The record.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, also when the record is another company's
     */
    default <T> Entity<T> get(Resource<T> resource, UUID uuid) {
        return find(resource, uuid)
                .orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND, "No such " + resource.noun()));
    }

    /** The records that exist, in the order of the uuids; one request reads a hundred. */
    <T> List<Entity<T>> find(Resource<T> resource, List<UUID> uuids);

    /** Every record of a resource, the oldest first; for resources of which a company has few. */
    <T> List<Entity<T>> all(Resource<T> resource);

    /**
     * The records of a group as last written, the oldest first. An index finds them, so a record of the last moment may be
     * missing.
     *
     * @param field one of the resource's {@link Listing#groupedBy}
     */
    <T> List<Entity<T>> group(Resource<T> resource, String field, UUID value);

    /**
     * The facets of the records of a group by their uuids, the oldest first, as an index has them: those of the last moment
     * may be missing. They cost a fraction of the records.
     *
     * @param field one of the resource's {@link Listing#groupedBy}
     */
    Map<UUID, Map<String, AttributeValue>> facets(Resource<?> resource, String field, UUID value);

    /** The number of records of a resource. */
    long count(Resource<?> resource);

    /** The stored item of a record, with the bookkeeping beside its fields; read from the table on every call. */
    Optional<Map<String, AttributeValue>> item(Resource<?> resource, UUID uuid);

    /** The stored item with a key that is no record's; read from the table on every call. */
    Optional<Map<String, AttributeValue>> item(ItemKey key);

    /** The stored items with keys that exist; read from the table on every call, where it can be a hundred with one request. */
    default Map<ItemKey, Map<String, AttributeValue>> items(List<ItemKey> keys) {
        var items = new HashMap<ItemKey, Map<String, AttributeValue>>();
        keys.forEach(key -> item(key).ifPresent(item -> items.put(key, item)));
        return items;
    }

    /** The stored items of the records that exist; one request reads a hundred. */
    Map<UUID, Map<String, AttributeValue>> items(Resource<?> resource, List<UUID> uuids);
}
