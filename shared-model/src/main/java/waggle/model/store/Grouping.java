package waggle.model.store;

import java.util.UUID;
import waggle.model.table.ItemKey;

/**
 * A field whose uuid is the same in records that belong together.
 *
 * @param name of what they belong to, in the index's keys
 */
record Grouping(String field, String name) {

    /** The partition of the index in which all lie that have the same uuid. */
    String partition(UUID company, Resource<?> resource, String uuid) {
        return ItemKey.owned(company, resource.name(), name, UUID.fromString(uuid));
    }
}
