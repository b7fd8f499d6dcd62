package waggle.model.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/** Reads what others hold, except what it knows better itself. */
public interface RecordsBehind extends Records {
    /** The records of the same company that are read. */
    Records behind();

    @Override
    default UUID company() {
        return behind().company();
    }

    @Override
    default <T> Optional<Entity<T>> find(Resource<T> resource, UUID uuid) {
        return behind().find(resource, uuid);
    }

    @Override
    default <T> List<Entity<T>> find(Resource<T> resource, List<UUID> uuids) {
        return behind().find(resource, uuids);
    }

    @Override
    default <T> List<Entity<T>> all(Resource<T> resource) {
        return behind().all(resource);
    }

    @Override
    default <T> List<Entity<T>> group(Resource<T> resource, String field, UUID value) {
        return behind().group(resource, field, value);
    }

    @Override
    default Map<UUID, Map<String, AttributeValue>> facets(Resource<?> resource, String field, UUID value) {
        return behind().facets(resource, field, value);
    }

    @Override
    default long count(Resource<?> resource) {
        return behind().count(resource);
    }

    @Override
    default Optional<Map<String, AttributeValue>> item(Resource<?> resource, UUID uuid) {
        return behind().item(resource, uuid);
    }

    @Override
    default Optional<Map<String, AttributeValue>> item(ItemKey key) {
        return behind().item(key);
    }

    @Override
    default Map<UUID, Map<String, AttributeValue>> items(Resource<?> resource, List<UUID> uuids) {
        return behind().items(resource, uuids);
    }
}
